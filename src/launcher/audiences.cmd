@echo off
rem Starts audiences with the runtime beside it.
setlocal
set JAVA_TOOL_OPTIONS=
set JDK_JAVA_OPTIONS=
set _JAVA_OPTIONS=
"%~dp0..\lib\runtime\bin\java.exe" @JVM_OPTIONS@ %AUDIENCES_JAVA_OPTIONS% dev.audiences.Main %*
exit /b %ERRORLEVEL%
