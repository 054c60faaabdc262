using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <content>What the public may see of a list's changes.</content>
public sealed partial class DrawnList
{
    /// <summary>Everybody whom a draw of this list named, as selected or as a reserve: a supplementary draw leaves them out.</summary>
    public HashSet<string> Named() => [.. _parts.Values.SelectMany(part => part.Selected.Concat(part.Reserves)).Select(unit => unit.Id)];

    /// <summary>The changes that took effect, in the order in which they did: a proposal has its number from its day and takes effect later.</summary>
    public IEnumerable<ListChange> Effected => _effected.Select(number => Change(number));

    /// <summary>The addendum to the records: changes that took effect, used and passed-over reserves with their tickets; unused ones never.</summary>
    /// <param name="draws">The list's draws with the digests of their records.</param>
    public Replacements Published(ImmutableArray<ReplacementsDraw> draws)
    {
        Dictionary<string, SelectedUnit> tickets = new(StringComparer.Ordinal);
        foreach (ListedUnit unit in _parts.Values.SelectMany(part => part.Selected.Concat(part.Reserves)))
        {
            tickets[unit.Id] = new SelectedUnit(unit.Ticket, unit.Id);
        }

        return new Replacements(
            TaskId,
            draws,
            [
                .. Effected.Select(change => new PublishedChange(
                    change.Number,
                    change.Draw,
                    tickets[change.Unit],
                    change.Ground,
                    change.DirectoryVersion!.Value,
                    [.. change.Attempts.Select(attempt => attempt.On)],
                    [.. change.PassedOver.Select(passed => new PassedOverUnit(tickets[passed.Unit], passed.Ground))],
                    change.By is { } by ? tickets[by] : null,
                    change.At)),
            ]);
    }
}
