@echo off
rem Builds, then runs one part of Throughline on Windows. See docs/hacking.md.
setlocal
set "HERE=%~dp0"
if "%JAVA_HOME%"=="" (
  echo Set JAVA_HOME to a JDK 25. 1>&2
  exit /b 1
)
set "JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%HERE%sync-server\trials\target\classpath.txt" (
  call mvn --batch-mode --no-transfer-progress -q -DskipTests -f "%HERE%pom.xml" package || exit /b 1
)
set "COMMAND=%~1"
if "%COMMAND%"=="" set "COMMAND=demo"
set "MODULE=sync-server\trials"
set "MAIN=dev.throughline.trials.Trials"
if "%COMMAND%"=="desktop" set "MODULE=desktop-client" & set "MAIN=dev.throughline.desktop.app.Main"
if "%COMMAND%"=="import" set "MODULE=desktop-client" & set "MAIN=dev.throughline.desktop.app.Main"
if "%COMMAND%"=="export" set "MODULE=desktop-client" & set "MAIN=dev.throughline.desktop.app.Main"
if "%COMMAND%"=="verify-package" set "MODULE=desktop-client" & set "MAIN=dev.throughline.desktop.app.Main"
if "%COMMAND%"=="sync" set "MODULE=desktop-client" & set "MAIN=dev.throughline.desktop.app.Main"
if "%COMMAND%"=="server" set "MODULE=sync-server\standalone" & set "MAIN=dev.throughline.standalone.StandaloneServer"
set "HEADLESS="
if "%COMMAND%"=="bench" set "HEADLESS=-Dglass.platform=Headless -Dprism.order=sw"
if "%COMMAND%"=="tour" set "HEADLESS=-Dglass.platform=Headless -Dprism.order=sw"
set /p DEPENDENCIES=<"%HERE%%MODULE%\target\classpath.txt"
if "%COMMAND%"=="server" (
  for /f "tokens=1,*" %%a in ("%*") do set "REST=%%b"
  goto server
)
"%JAVA%" --enable-native-access=ALL-UNNAMED %HEADLESS% -Xmx1g "-Dthroughline.root=%HERE%." -cp "%HERE%%MODULE%\target\classes;%DEPENDENCIES%" %MAIN% %COMMAND% %2 %3 %4 %5 %6 %7 %8 %9
exit /b %ERRORLEVEL%
:server
"%JAVA%" --enable-native-access=ALL-UNNAMED -Xmx1g -cp "%HERE%%MODULE%\target\classes;%DEPENDENCIES%" %MAIN% %REST%
exit /b %ERRORLEVEL%
