using RandomInspection.Drawing;

namespace RandomInspection.TestKit;

/// <summary>A party that a program runs, and what can be done to it.</summary>
/// <param name="contributor">The party.</param>
/// <param name="dispose">Lets go of it and removes what it kept; <see langword="null"/> if there is nothing to do.</param>
public sealed class SeedContributorUnderTest(ISeedContributor contributor, Func<ValueTask>? dispose = null) : IAsyncDisposable
{
    /// <summary>The party.</summary>
    public ISeedContributor Contributor { get; } = contributor;

    /// <summary>Lets go of the party and gives the same one anew, as after a restart; <see langword="null"/> if it does not outlive the process.</summary>
    public Func<CancellationToken, ValueTask<SeedContributorUnderTest>>? Reopen { get; init; }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => dispose?.Invoke() ?? ValueTask.CompletedTask;
}
