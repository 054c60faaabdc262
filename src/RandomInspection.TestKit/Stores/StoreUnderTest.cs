using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>A store with all its ports, new and empty, and what can be done to it.</summary>
public sealed class StoreUnderTest : IAsyncDisposable
{
    private readonly Func<ValueTask>? _dispose;

    /// <summary>A store by its ports.</summary>
    /// <param name="ledger">The two logs, without consequences of events.</param>
    /// <param name="views">The views.</param>
    /// <param name="subjects">The subject directory.</param>
    /// <param name="inspectors">The inspector directory.</param>
    /// <param name="personalTexts">The pieces of personal data.</param>
    /// <param name="evidence">The files.</param>
    /// <param name="dispose">Lets go of the store and removes what it kept; <see langword="null"/> if there is nothing to do.</param>
    public StoreUnderTest(
        ILedger ledger,
        IViews views,
        ISubjectDirectory subjects,
        IInspectorDirectory inspectors,
        IPersonalTexts personalTexts,
        IEvidenceStore evidence,
        Func<ValueTask>? dispose = null)
    {
        Ledger = ledger;
        Views = views;
        Subjects = subjects;
        Inspectors = inspectors;
        PersonalTexts = personalTexts;
        Evidence = evidence;
        _dispose = dispose;
    }

    /// <summary>The two logs.</summary>
    public ILedger Ledger { get; }

    /// <summary>The views.</summary>
    public IViews Views { get; }

    /// <summary>The subject directory.</summary>
    public ISubjectDirectory Subjects { get; }

    /// <summary>The inspector directory.</summary>
    public IInspectorDirectory Inspectors { get; }

    /// <summary>The pieces of personal data.</summary>
    public IPersonalTexts PersonalTexts { get; }

    /// <summary>The files.</summary>
    public IEvidenceStore Evidence { get; }

    /// <summary>The requests of programs that were carried out; <see langword="null"/> if the store keeps none, which no host of the API takes.</summary>
    public IAnsweredRequests? Requests { get; init; }

    /// <summary>Lets go of the store and gives the same one anew, as after a restart; <see langword="null"/> if nothing of it outlives the process.</summary>
    public Func<CancellationToken, ValueTask<StoreUnderTest>>? Reopen { get; init; }

    /// <summary>Writes a commit, stops dead before it is committed, and gives the store as the next process finds it; <see langword="null"/> if that cannot be done.</summary>
    public Func<LedgerCommit, CancellationToken, ValueTask<StoreUnderTest>>? CrashBeforeCommit { get; init; }

    /// <summary>A store as a host would use it, but without the consequences of events.</summary>
    /// <param name="use">Says which store, for example <c>builder => builder.UseInMemory()</c>.</param>
    /// <param name="prepare">Creates its tables; <see langword="null"/> if there is nothing to do.</param>
    /// <param name="cancellation">Cancels the preparation.</param>
    public static async ValueTask<StoreUnderTest> OpenAsync(
        Action<RandomInspectionBuilder> use, Func<IServiceProvider, CancellationToken, Task>? prepare, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(use);
        ServiceCollection services = new();
        use(services.AddRandomInspection());
        services.RemoveAll<ILedgerConsequence>();
        ServiceProvider provider = services.BuildServiceProvider();
        if (prepare is not null)
        {
            await prepare(provider, cancellation);
        }

        return Of(provider, provider.DisposeAsync);
    }

    /// <summary>A store by a host's services.</summary>
    /// <param name="services">The services, with every port; nothing must follow from the events of the kit.</param>
    /// <param name="dispose">Lets go of the store and removes what it kept; <see langword="null"/> if there is nothing to do.</param>
    public static StoreUnderTest Of(IServiceProvider services, Func<ValueTask>? dispose = null) => new(
        services.GetRequiredService<ILedger>(),
        services.GetRequiredService<IViews>(),
        services.GetRequiredService<ISubjectDirectory>(),
        services.GetRequiredService<IInspectorDirectory>(),
        services.GetRequiredService<IPersonalTexts>(),
        services.GetRequiredService<IEvidenceStore>(),
        dispose)
    {
        Requests = services.GetService<IAnsweredRequests>(),
    };

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _dispose?.Invoke() ?? ValueTask.CompletedTask;
}
