using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>The changes of a drawn list by their numbers, as events alone tell of them; the units they are about need the records of the draws.</summary>
internal sealed class ListChanges
{
    private readonly SortedDictionary<int, ListChange> _changes = [];
    private int _highest;

    /// <summary>The changes in the order of their numbers.</summary>
    public IReadOnlyCollection<ListChange> InOrder => _changes.Values;

    /// <summary>The number of the next one.</summary>
    public int Next => _highest + 1;

    /// <summary>The change of a number; <see langword="null"/> if there is none.</summary>
    public ListChange? Find(int number) => _changes.GetValueOrDefault(number);

    /// <summary>The proposal about a unit that waits for a decision.</summary>
    public ListChange? Open(string unit) => InOrder.FirstOrDefault(change => change.State == ListChangeState.Proposed && change.Unit == unit);

    /// <summary>Lets an event happen.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="drawOf">Which draw gave a unit.</param>
    public void Apply(ListEvent happened, Func<string, string> drawOf)
    {
        switch (happened)
        {
            case ListEvent.Proposed e:
                Put(new ListChange { Number = e.Number, Unit = e.Unit, Draw = drawOf(e.Unit), Ground = ReplacementGround.NotReached, State = ListChangeState.Proposed, At = e.At, Attempts = e.Attempts, ProposedBy = e.By });
                break;
            case ListEvent.Declined e:
                Put(_changes[e.Number] with { State = ListChangeState.Declined, At = e.At, DecidedBy = e.By, DeclineReason = e.Reason });
                break;
            case ListEvent.Replaced e:
                Go(drawOf, e.Number, e.Unit, e.Ground, e.DirectoryVersion, e.PassedOver, e.Approver, e.At, ListChangeState.Replaced, e.By);
                break;
            case ListEvent.FellShort e:
                Go(drawOf, e.Number, e.Unit, e.Ground, e.DirectoryVersion, e.PassedOver, e.Approver, e.At, ListChangeState.Short, null);
                break;
            case ListEvent.SupplementPrepared e:
                Cover(e.Covers, ListChangeState.BeingSupplemented, e.Draw);
                break;
            case ListEvent.SupplementReleased e:
                Cover(CoveredBy(e.Draw), ListChangeState.Short, null);
                break;
            case ListEvent.Supplemented e:
                Cover(CoveredBy(e.Draw), ListChangeState.Supplemented, e.Draw);
                break;
            case ListEvent.NobodyLeft e:
                Cover(e.Covers, ListChangeState.NobodyLeft, null);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened));
        }
    }

    private void Go(
        Func<string, string> drawOf,
        int number,
        string unit,
        ReplacementGround ground,
        long version,
        ImmutableArray<PassedOver> passedOver,
        string? approver,
        Instant at,
        ListChangeState state,
        string? by)
    {
        if (Open(unit) is { } open && open.Number != number)
        {
            Put(open with { State = ListChangeState.Overtaken, At = at });
        }

        ListChange change = Find(number) ?? new ListChange { Number = number, Unit = unit, Draw = drawOf(unit), Ground = ground, State = state, At = at };
        Put(change with { State = state, At = at, DirectoryVersion = version, By = by, PassedOver = passedOver, DecidedBy = approver });
    }

    private ImmutableArray<int> CoveredBy(string draw) => [.. InOrder.Where(change => change.SupplementedBy == draw).Select(change => change.Number)];

    private void Cover(ImmutableArray<int> numbers, ListChangeState state, string? draw)
    {
        foreach (int number in numbers)
        {
            Put(_changes[number] with { State = state, SupplementedBy = draw });
        }
    }

    private void Put(ListChange change)
    {
        _changes[change.Number] = change;
        _highest = Math.Max(_highest, change.Number);
    }
}
