using Spectre.Console;

namespace RandomInspection.Cli;

/// <summary>What the program writes to, and the language it writes.</summary>
/// <remarks>Standard output is for programs: plain and stable. Standard error is for people: notes, refusals, progress.</remarks>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
internal sealed class RiConsole(TextWriter output, TextWriter error)
{
    private volatile bool _isInProgress;

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Looks up an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = static _ => null;

    /// <summary>Whether a person reads standard output.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person reads standard error.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The language of texts.</summary>
    public Language Language { get; set; }

    /// <summary>The text in the language chosen.</summary>
    public string Say(string chinese, string english) => Language == Language.Chinese ? chinese : english;

    /// <summary>A line on standard output.</summary>
    public void Line(string text) => Output.Write(text + "\n");

    /// <summary>A remark on standard error.</summary>
    public void Note(string chinese, string english) => Error.Write(Shown.Harmless(Say(chinese, english)) + "\n");

    /// <summary>A refusal on standard error: <c>CODE: reason</c>, and the remedy in a line below.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="where">Where in a file, in the language chosen; empty where the refusal says it.</param>
    /// <param name="withRemedy">Whether the remedy is said; it is said once where many rows have one fault.</param>
    public void Report(Refusal refusal, string where = "", bool withRemedy = true)
    {
        Refusal shown = Shown.Harmless(refusal);
        Error.Write($"{shown.Code}: {where}{shown.Reason(Language)}\n");
        if (withRemedy)
        {
            Error.Write($"  {shown.Remedy(Language)}\n");
        }
    }

    /// <summary>Runs work with a progress bar on standard error where a person reads it.</summary>
    /// <param name="chinese">What is done, in Chinese.</param>
    /// <param name="english">The same in English.</param>
    /// <param name="total">What the work's progress ends with; 0 where nobody knows, and then no time left is estimated.</param>
    /// <param name="work">The work.</param>
    public T WithProgress<T>(string chinese, string english, long total, Func<IProgress<long>?, T> work)
    {
        if (!ErrorIsTerminal)
        {
            return work(null);
        }

        ProgressColumn[] columns = total > 0
            ? [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new TimesColumn(this)]
            : [new TaskDescriptionColumn(), new SpinnerColumn(), new TimesColumn(this)];
        _isInProgress = true;
        try
        {
            return Terminal(Error).Progress().AutoClear(true).Columns(columns).Start(bar =>
            {
                ProgressTask task = bar.AddTask(Say(chinese, english), maxValue: Math.Max(total, 1));
                task.IsIndeterminate = total <= 0;
                return work(new Reporter(task));
            });
        }
        finally
        {
            _isInProgress = false;
        }
    }

    /// <summary>Says on standard error that a person ended the program.</summary>
    /// <param name="written">The last file that was complete before; <see langword="null"/> if none was.</param>
    public void Interrupt(string? written)
    {
        if (_isInProgress)
        {
            Error.Write("\r\u001b[J\u001b[?25h"); // the bar goes, the cursor comes back
        }

        Note(
            written is null ? "已中断，未写出任何内容。" : $"已中断；此前已完整写出“{written}”。",
            written is null ? "Interrupted; nothing was written." : $"Interrupted; \"{written}\" was complete before.");
    }

    /// <summary>A console for tables and colours on a terminal; without colours if <c>NO_COLOR</c> is set.</summary>
    public IAnsiConsole Terminal(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        ColorSystem = string.IsNullOrEmpty(Variable("NO_COLOR")) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
    });

    private sealed class Reporter(ProgressTask task) : IProgress<long>
    {
        public void Report(long value) => task.Value = value;
    }
}
