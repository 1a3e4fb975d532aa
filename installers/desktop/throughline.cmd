@echo off
rem Starts the desktop of the image this file lies in.
set "here=%~dp0.."
"%here%\runtime\bin\java.exe" @"%here%\app\options.txt" -cp "%here%\app\lib\*" dev.throughline.desktop.app.Main %*
