namespace RandomInspection.TestKit;

/// <summary>一致性用例：one thing that every implementation of a contract must do.</summary>
public abstract class ConformanceCase
{
    private protected ConformanceCase(string id, string chineseTitle, string englishTitle, string clause)
    {
        Id = id;
        ChineseTitle = chineseTitle;
        EnglishTitle = englishTitle;
        Clause = clause;
    }

    /// <summary>The stable id, for example <c>LEDGER-07</c>; never used again for something else.</summary>
    public string Id { get; }

    /// <summary>What must hold, in Chinese.</summary>
    public string ChineseTitle { get; }

    /// <summary>What must hold, in English.</summary>
    public string EnglishTitle { get; }

    /// <summary>The clause, specification or interface that asks for it.</summary>
    public string Clause { get; }

    /// <summary>What must hold, in one language.</summary>
    /// <param name="language">The language.</param>
    public string Title(Language language) => language == Language.Chinese ? ChineseTitle : EnglishTitle;

    /// <summary>Id and title in English.</summary>
    public override string ToString() => $"{Id} {EnglishTitle}";
}

/// <summary>A case of a contract over one kind of thing.</summary>
/// <typeparam name="T">What is proved.</typeparam>
public sealed class ConformanceCase<T> : ConformanceCase
    where T : class
{
    private readonly Func<Trial<T>, Task> _prove;

    internal ConformanceCase(string id, string chineseTitle, string englishTitle, string clause, Func<Trial<T>, Task> prove)
        : base(id, chineseTitle, englishTitle, clause)
    {
        _prove = prove;
    }

    /// <summary>Puts the case to an implementation. What is opened is disposed afterwards.</summary>
    /// <param name="open">Gives what is to be proved, new and empty.</param>
    /// <param name="settings">How much to ask.</param>
    /// <param name="cancellation">Cancels the case.</param>
    /// <returns>How it ended; an exception of the implementation is a failure and not thrown.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ConformanceResult> RunAsync(
        Func<CancellationToken, ValueTask<T>> open, ConformanceSettings settings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            T subject = await open(cancellation);
            try
            {
                await _prove(new Trial<T>(subject, settings, cancellation));
            }
            finally
            {
                await DisposeAsync(subject);
            }

            return new ConformanceResult(this, ConformanceOutcome.Passed, "", "");
        }
        catch (NotApplicableException reason)
        {
            return new ConformanceResult(this, ConformanceOutcome.NotApplicable, reason.Chinese, reason.English);
        }
#pragma warning disable CA1031 // Whatever a stranger's implementation throws is what was found.
        catch (Exception found) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            string what = found is ConformanceException ? found.Message : $"Threw {found}";
            return new ConformanceResult(this, ConformanceOutcome.Failed, what, what);
        }
    }

    private static async ValueTask DisposeAsync(T subject)
    {
        switch (subject)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
            default:
                break;
        }
    }
}
