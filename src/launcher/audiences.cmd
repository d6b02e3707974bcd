@echo off
rem Starts audiences with the runtime beside it.
setlocal
set JDK_JAVA_OPTIONS=
"%~dp0..\lib\runtime\bin\java.exe" @JVM_OPTIONS@ dev.audiences.Main %*
exit /b %ERRORLEVEL%
