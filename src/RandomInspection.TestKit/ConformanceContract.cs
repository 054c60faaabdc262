using System.Collections.Immutable;

namespace RandomInspection.TestKit;

/// <summary>一致性契约：the cases that prove one port.</summary>
public abstract class ConformanceContract
{
    private protected ConformanceContract(Type port, string prefix, string chineseName, string englishName)
    {
        Port = port;
        Prefix = prefix;
        ChineseName = chineseName;
        EnglishName = englishName;
    }

    /// <summary>The interface that an implementation implements.</summary>
    public Type Port { get; }

    /// <summary>What the ids of its cases begin with, for example <c>LEDGER</c>.</summary>
    public string Prefix { get; }

    /// <summary>Its name in Chinese.</summary>
    public string ChineseName { get; }

    /// <summary>Its name in English.</summary>
    public string EnglishName { get; }

    /// <summary>The cases in the order of ids.</summary>
    public abstract ImmutableArray<ConformanceCase> Cases { get; }

    /// <summary>Its name in one language.</summary>
    /// <param name="language">The language.</param>
    public string Name(Language language) => language == Language.Chinese ? ChineseName : EnglishName;
}

/// <summary>The cases that prove one port, put to what holds it.</summary>
/// <typeparam name="T">What is proved: the port itself, or the store that holds it.</typeparam>
public sealed class ConformanceContract<T> : ConformanceContract
    where T : class
{
    private readonly ImmutableArray<ConformanceCase<T>> _cases;

    internal ConformanceContract(Type port, string prefix, string chineseName, string englishName, params IEnumerable<ConformanceCase<T>> cases)
        : base(port, prefix, chineseName, englishName)
    {
        _cases = [.. cases.OrderBy(c => c.Id, StringComparer.Ordinal)];
        Cases = [.. _cases];
    }

    /// <inheritdoc />
    public override ImmutableArray<ConformanceCase> Cases { get; }

    /// <summary>The case of an id.</summary>
    /// <param name="id">An id, for example <c>LEDGER-07</c>.</param>
    /// <exception cref="ArgumentException">There is no such case.</exception>
    public ConformanceCase<T> this[string id] =>
        _cases.FirstOrDefault(c => c.Id == id) ?? throw new ArgumentException($"The contract {Prefix} has no case \"{id}\".", nameof(id));

    /// <summary>Puts every case to an implementation, one after the other, each to a new one.</summary>
    /// <param name="implementation">What the report calls it.</param>
    /// <param name="open">Gives what is to be proved, new and empty.</param>
    /// <param name="settings">How much to ask.</param>
    /// <param name="cancellation">Cancels the run.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ContractRun> RunAsync(
        string implementation, Func<CancellationToken, ValueTask<T>> open, ConformanceSettings settings, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(implementation);
        ImmutableArray<ConformanceResult>.Builder results = ImmutableArray.CreateBuilder<ConformanceResult>(_cases.Length);
        foreach (ConformanceCase<T> one in _cases)
        {
            cancellation.ThrowIfCancellationRequested();
            results.Add(await one.RunAsync(open, settings, cancellation));
        }

        return new ContractRun(implementation, this, results.MoveToImmutable());
    }
}
