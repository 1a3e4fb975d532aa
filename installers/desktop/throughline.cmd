@echo off
rem Starts the desktop of the image this file lies in.
set "here=%~dp0.."
set "archive="
if exist "%here%\app\throughline.jsa" set archive="-XX:SharedArchiveFile=%here%\app\throughline.jsa" -Xlog:cds=off
"%here%\runtime\bin\java.exe" @"%here%\app\options.txt" %archive% -jar "%here%\app\throughline.jar" %*
