using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <content>The rules behind the commands, and what events do.</content>
public sealed partial class DrawnList
{
    /// <summary>Attempts on different days that a proposal needs.</summary>
    public const int LeastAttempts = 2;

    /// <summary>Most characters of evidence in words, and of a reason.</summary>
    public const int MaxTextLength = 500;

    private const int MaxWayLength = 100;
    private const int DigestLength = 64;

    private string UnderWay => Supplement ?? throw new InvalidOperationException($"No supplementary draw of {TaskId} is under way.");

    /// <summary>The unit, standing on the list.</summary>
    private ListedUnit OnList(string unit) =>
        _places.TryGetValue(unit, out int place) && _units[place].GoesBy is null
            ? _units[place]
            : throw ListRefusals.NotOnList.Refuse(("unit", unit), ("task", TaskId));

    /// <summary>The unused reserves of a unit's cell, in their order.</summary>
    private IEnumerable<ListedUnit> Waiting(ListedUnit unit) =>
        _parts[unit.Draw].Reserves.Where(reserve => reserve.Cell == unit.Cell && !_spent.Contains(reserve.Id));

    private ListEvent Fill(int number, ListedUnit goes, ReplacementGround ground, RegisterReading register, string? approver, Instant at)
    {
        ImmutableArray<PassedOver>.Builder passed = ImmutableArray.CreateBuilder<PassedOver>();
        foreach (ListedUnit reserve in Waiting(goes))
        {
            if (register.GroundOf(reserve.Id) is not { } gone)
            {
                return Raise(new ListEvent.Replaced(number, goes.Id, ground, register.Version, reserve.Id, passed.DrainToImmutable(), approver, at));
            }

            passed.Add(new PassedOver(reserve.Id, gone));
        }

        return Raise(new ListEvent.FellShort(number, goes.Id, ground, register.Version, passed.DrainToImmutable(), approver, at));
    }

    private ListChange RequireDecidable(int number, string by)
    {
        ListChange change = Change(number);
        return change.State != ListChangeState.Proposed ? throw ListRefusals.NotToBeDecided.Refuse(("number", number), ("state", change.State))
            : change.ProposedBy == by || change.Attempts.Any(attempt => attempt.By.Contains(by)) ? throw ListRefusals.OwnProposal.Refuse(("person", by), ("number", number))
            : change;
    }

    private ImmutableArray<int> RequireShort()
    {
        if (Supplement is { } draw)
        {
            throw ListRefusals.SupplementUnderWay.Refuse(("task", TaskId), ("draw", draw));
        }

        ImmutableArray<int> numbers = [.. Short.Select(change => change.Number)];
        return numbers.IsEmpty ? throw ListRefusals.NotShort.Refuse(("task", TaskId)) : numbers;
    }

    private static ContactAttempt Checked(ContactAttempt attempt, LocalDate earliest, LocalDate today)
    {
        if (attempt.On < earliest || attempt.On > today)
        {
            throw Malformed($"日期 {attempt.On:R} 不在 {earliest:R} 至 {today:R} 之间", $"the day {attempt.On:R} is not within {earliest:R} and {today:R}");
        }

        if (attempt.By.IsDefaultOrEmpty || attempt.By.Any(string.IsNullOrWhiteSpace))
        {
            throw Malformed("没有写明检查人员", "no officer is named");
        }

        if (attempt.EvidenceDigest is { } digest && (digest.Length != DigestLength || digest.Any(c => !char.IsAsciiHexDigitLower(c) && !char.IsAsciiDigit(c))))
        {
            throw Malformed("证据摘要须为 64 位小写十六进制（SHA-256）", "the digest of the evidence is 64 lower-case hex characters (SHA-256)");
        }

        return attempt with
        {
            How = Text(attempt.How, MaxWayLength, "查找方式", "How it was tried"),
            Evidence = Text(attempt.Evidence, MaxTextLength, "证据", "The evidence"),
            By = [.. attempt.By.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };

        static InputRefusedException Malformed(string chinese, string english) => ListRefusals.MalformedAttempt.Refuse(("detailZh", chinese), ("detailEn", english));
    }

    private static string Text(string text, int most, string chinese, string english) =>
        !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= most
            ? text.Trim()
            : throw ListRefusals.TextMissing.Refuse(("fieldZh", chinese), ("fieldEn", english), ("most", most));

    private T Raise<T>(T happened)
        where T : ListEvent
    {
        Apply(happened, draw => throw new InvalidOperationException($"{draw} is not known."));
        return happened;
    }

    private void Apply(ListEvent happened, Func<string, ListPart> supplement)
    {
        _changes.Apply(happened, DrawOf);
        switch (happened)
        {
            case ListEvent.Replaced e:
                Go(e.Number, e.Unit, e.PassedOver);
                Come(_parts[DrawOf(e.Unit)].Reserves.First(reserve => reserve.Id == e.By) with { ComesBy = e.Number });
                _spent.Add(e.By);
                break;
            case ListEvent.FellShort e:
                Go(e.Number, e.Unit, e.PassedOver);
                break;
            case ListEvent.SupplementPrepared e:
                Supplement = e.Draw;
                break;
            case ListEvent.SupplementReleased e:
                Supplement = null;
                _voided.Add(e.Draw);
                break;
            case ListEvent.Supplemented e:
                Supplement = null;
                _voided.Clear();
                Join(supplement(e.Draw));
                break;
            default:
                break; // a proposal and its refusal leave the units as they are
        }
    }

    private string DrawOf(string unit) => _units[_places[unit]].Draw;

    private void Go(int number, string unit, ImmutableArray<PassedOver> passedOver)
    {
        _units[_places[unit]] = _units[_places[unit]] with { GoesBy = number };
        _spent.UnionWith(passedOver.Select(reserve => reserve.Unit));
        _effected.Add(number);
    }

    private void Join(ListPart part)
    {
        _parts.Add(part.Draw, part);
        foreach (ListedUnit unit in part.Selected)
        {
            Come(unit);
        }
    }

    private void Come(ListedUnit unit)
    {
        _places.Add(unit.Id, _units.Count);
        _units.Add(unit);
    }
}
