using RandomInspection.Disclosure;

namespace RandomInspection.TestKit;

/// <summary>A channel, new and empty, and what can be done to it.</summary>
/// <param name="channel">The channel.</param>
/// <param name="dispose">Lets go of it and removes what it kept; <see langword="null"/> if there is nothing to do.</param>
public sealed class ChannelUnderTest(IDisclosureChannel channel, Func<ValueTask>? dispose = null) : IAsyncDisposable
{
    /// <summary>The channel.</summary>
    public IDisclosureChannel Channel { get; } = channel;

    /// <summary>Lets go of the channel and gives the same one anew, as after a restart; <see langword="null"/> if nothing of it outlives the process.</summary>
    public Func<CancellationToken, ValueTask<ChannelUnderTest>>? Reopen { get; init; }

    /// <summary>What everybody may read under a key by now; <see langword="null"/> if that cannot be asked from here.</summary>
    public Func<string, CancellationToken, ValueTask<string?>>? Read { get; init; }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => dispose?.Invoke() ?? ValueTask.CompletedTask;
}
