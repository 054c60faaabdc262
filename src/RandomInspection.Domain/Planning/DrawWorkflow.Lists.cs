using System.Collections.Immutable;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <content>The drawn list of a task as it stands, and the addendum to its record.</content>
public sealed partial class DrawWorkflow
{
    /// <summary>A task's list as it stands, replacements included; <see langword="null"/> before it is drawn.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such task (RI2009).</exception>
    public async Task<DrawnList?> FindListAsync(string taskId, CancellationToken cancellation) =>
        (await tasks.ReadAsync(taskId, cancellation)).Task.Draw is { } draw && (await FindAsync(draw, cancellation)).Drawing is not null
            ? (await ReadListAsync(taskId, draw, cancellation)).List
            : null;

    /// <summary>The bytes of <c>replacements.json</c> for a task; <see langword="null"/> while nothing of its list has changed.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such task (RI2009).</exception>
    /// <remarks>Source: docs/replacements-format.md. Classes, unused reserves and names of officers are not in it.</remarks>
    public async Task<byte[]?> ReplacementsFileAsync(string taskId, CancellationToken cancellation)
    {
        if (await FindListAsync(taskId, cancellation) is not { } list || !list.Effected.Any())
        {
            return null;
        }

        ImmutableArray<ReplacementsDraw>.Builder draws = ImmutableArray.CreateBuilder<ReplacementsDraw>();
        foreach (string draw in list.Draws)
        {
            DrawCeremony ceremony = await FindAsync(draw, cancellation);
            draws.Add(new ReplacementsDraw(
                draw,
                ceremony.Preparation.Supplements,
                [.. list.Changes.Where(change => change.State == ListChangeState.Supplemented && change.SupplementedBy == draw).Select(change => change.Number)],
                Digest.Parse(ceremony.Drawing!.AuditorRecord)));
        }

        return ReplacementsDocument.Write(list.Published(draws.DrainToImmutable()));
    }

    internal static string ListStream(string taskId) => $"list/{taskId}";

    /// <summary>The list that a draw gave, and how many entries its stream has.</summary>
    internal async Task<(DrawnList List, int Version)> ReadListAsync(string taskId, string draw, CancellationToken cancellation)
    {
        (ImmutableArray<ListEvent> events, int version) = await ledger.ReadEventsAsync<ListEvent>(codec, ListStream(taskId), cancellation);
        Dictionary<string, ListPart> supplements = new(StringComparer.Ordinal);
        foreach (ListEvent.Supplemented supplemented in events.OfType<ListEvent.Supplemented>())
        {
            supplements.Add(supplemented.Draw, await PartAsync(taskId, supplemented.Draw, cancellation));
        }

        return (DrawnList.Replay(taskId, await PartAsync(taskId, draw, cancellation), events, supplement => supplements[supplement]), version);
    }

    private async Task<ListPart> PartAsync(string taskId, string draw, CancellationToken cancellation)
    {
        DrawCeremony ceremony = await FindAsync(draw, cancellation);
        DrawRecord record = Read((await AuditorRecordAsync(draw, cancellation))!);
        FrozenTask frozen = ceremony.Preparation.Tasks.First(task => task.TaskId == taskId);
        return ListPart.Of(draw, ceremony.Drawing!.At, record.Tasks.First(task => task.Id == taskId), await FrameOfAsync(frozen, cancellation));
    }
}
