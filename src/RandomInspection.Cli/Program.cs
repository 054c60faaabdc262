using System.Runtime.InteropServices;
using System.Text;

namespace RandomInspection.Cli;

internal static class Program
{
    private const int Interrupted = 130;

    public static int Main(string[] args)
    {
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Leave);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Leave);
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        // Not Console.Out: whatever the locale says, what other programs read is UTF-8 with LF.
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        using StreamWriter output = new(Console.OpenStandardOutput(), utf8) { NewLine = "\n" };
        using StreamWriter error = new(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true };
        return RiProgram.Run(args, new RiConsole(output, error)
        {
            Variable = Environment.GetEnvironmentVariable,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
        });
    }

    private static void Leave(PosixSignalContext context)
    {
        context.Cancel = true;
        OutputFile.DeletePending();
        Environment.Exit(Interrupted);
    }
}
