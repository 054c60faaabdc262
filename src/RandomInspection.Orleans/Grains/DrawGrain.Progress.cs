using Microsoft.Extensions.Logging;
using RandomInspection.Orleans.Messages;

namespace RandomInspection.Orleans.Grains;

/// <content>What it says of itself.</content>
internal sealed partial class DrawGrain
{
    private ProgressMessage Progress() => new(
        Id,
        State switch
        {
            _ when _store.Unreadable is not null => ClusterStep.Stopped,
            { Order: null, Step: not ClusterStep.Ended } => ClusterStep.Unknown,
            { Stopped: not null } => ClusterStep.Stopped,
            var state => state.Step,
        },
        _calls?.Progress(State.Censuses) ?? [.. (State.Order?.Partitions ?? []).Select((one, place) => new PartitionProgressMessage(
            one.Name, State.Step is ClusterStep.Frozen or ClusterStep.Done ? PartitionStep.Done : PartitionStep.Due, 0, State.Censuses?[place].Size, "", 0))],
        _store.Unreadable ?? State.Stopped,
        _bytes?.AllSent ?? State.BytesSent,
        _bytes?.AllReceived ?? State.BytesReceived,
        null,
        State.Step == ClusterStep.Done ? _merging : null,
        State.Result?.Length ?? 0);

    private ProgressMessage Refused(RefusalMessage why) => Progress() with { Refused = why };
}
