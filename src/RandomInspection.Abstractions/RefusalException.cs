namespace RandomInspection;

/// <summary>The base of all refusals that are thrown: a closed set, each sealed, each with its <see cref="Refusal"/>.</summary>
public abstract class RefusalException : Exception
{
    private protected RefusalException(Refusal refusal, Exception? cause = null)
        : base(refusal.ToString(), cause)
    {
        Refusal = refusal;
    }

    /// <summary>Code, values, texts and remedy.</summary>
    public Refusal Refusal { get; }
}

/// <summary>Input that was given is refused: a file, a document, a form.</summary>
public sealed class InputRefusedException : RefusalException
{
    /// <summary>Refuses input.</summary>
    /// <param name="refusal">Why.</param>
    public InputRefusedException(Refusal refusal)
        : base(refusal)
    {
    }
}

/// <summary>A command is not possible in the state that its aggregate is in; the state is unchanged.</summary>
public sealed class TransitionRefusedException : RefusalException
{
    /// <summary>Refuses a command.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="command">The command, for example <c>Approve</c>.</param>
    /// <param name="state">The state, for example <c>Draft</c>.</param>
    public TransitionRefusedException(Refusal refusal, string command, string state)
        : base(refusal)
    {
        Command = command;
        State = state;
    }

    /// <summary>The command that was refused.</summary>
    public string Command { get; }

    /// <summary>The state in which it was refused.</summary>
    public string State { get; }
}

/// <summary>Somebody else was faster: the stream has grown since it was read; nothing was written.</summary>
public sealed class AppendConflictException : RefusalException
{
    private static readonly RefusalDefinition Definition = new(
        "RI6001",
        "“{stream}”在读取之后已被他人更新（读取时第 {expected} 步，现为第 {actual} 步），本次操作未生效。",
        "\"{stream}\" was changed by somebody else since it was read (step {expected} then, step {actual} now); nothing was done.",
        "请刷新页面，核对最新状态后再操作。",
        "Reload the page, look at the present state and act again if it is still needed.");

    /// <summary>Reports a conflict.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">How many entries of the stream the caller had seen.</param>
    /// <param name="actual">How many there are.</param>
    public AppendConflictException(string stream, int expected, int actual)
        : base(Definition.With(("stream", stream), ("expected", expected), ("actual", actual)))
    {
        Stream = stream;
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The stream.</summary>
    public string Stream { get; }

    /// <summary>How many entries of the stream the caller had seen.</summary>
    public int Expected { get; }

    /// <summary>How many there are.</summary>
    public int Actual { get; }
}

/// <summary>The store failed, not the caller: no room, no answer, no lock in time. What the refusal says of the outcome holds.</summary>
public sealed class StoreFailedException : RefusalException
{
    /// <summary>Reports a failure.</summary>
    /// <param name="refusal">What failed, and whether anything was written.</param>
    /// <param name="cause">The failure as the database's driver reports it, for whoever operates the host.</param>
    public StoreFailedException(Refusal refusal, Exception? cause = null)
        : base(refusal, cause)
    {
    }
}
