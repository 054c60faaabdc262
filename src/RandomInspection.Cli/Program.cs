using System.Runtime.InteropServices;
using System.Text;

namespace RandomInspection.Cli;

internal static class Program
{
    public static int Main(string[] args)
    {
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        // Not Console.Out: whatever the locale says, what other programs read is UTF-8 with LF.
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        using StreamWriter output = new(Console.OpenStandardOutput(), utf8) { NewLine = "\n" };
        using StreamWriter error = new(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true };
        RiConsole console = new(output, error)
        {
            Variable = Environment.GetEnvironmentVariable,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
        };
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Leave);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Leave);
        return RiProgram.Run(args, console);

        void Leave(PosixSignalContext context)
        {
            context.Cancel = true;
            console.Interrupt(OutputFile.Stop());
            Environment.Exit(ExitCode.Interrupted);
        }
    }
}
