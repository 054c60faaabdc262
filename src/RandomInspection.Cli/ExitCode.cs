namespace RandomInspection.Cli;

/// <summary>What the program's end says to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The record was read and does not verify, or the counts of an audit do not fit.</summary>
    public const int DoesNotVerify = 1;

    /// <summary>The input is refused; nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>A person ended the program (SIGINT, SIGTERM); no file is half written.</summary>
    public const int Interrupted = 130;
}
