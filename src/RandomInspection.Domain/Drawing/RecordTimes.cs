using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Drawing;

/// <summary>The order of a record's moments: opened, committed, revealed (the drawing department first), the public value, ended.</summary>
/// <remarks>Equal moments pass. Source: random-inspection-draw/1 §3.</remarks>
internal static class RecordTimes
{
    /// <summary>What stands before what it must follow, or <see langword="null"/>.</summary>
    public static (string Chinese, string English)? OutOfOrder(DrawRecord record, Opening opening)
    {
        Sequence sequence = new("openedAt", record.OpenedAt);
        RecordedContribution[] reveals = [.. record.Contributions.Where(c => c.Contribution.Kind != ContributionKind.Public)];
        sequence.Stage(record.Commitments.Select(c => (c.Party, c.At)), opening.Deadlines?.Commit);
        sequence.Stage(reveals.Where(IsDrawing).Select(Moment), opening.Deadlines?.Reveal);
        sequence.Stage(reveals.Where(c => !IsDrawing(c)).Select(Moment), opening.Deadlines?.Reveal);

        RecordedContribution[] values = [.. record.Contributions.Where(c => c.Contribution.Kind == ContributionKind.Public)];
        foreach (OpeningParty party in opening.Parties)
        {
            if (FixedAt(party) is { } time)
            {
                sequence.Require($"{party.Party}.time", time);
                foreach (RecordedContribution value in values)
                {
                    if (value.Contribution.Party == party.Party)
                    {
                        sequence.Require($"{party.Party}.time", time, party.Party, value.At);
                    }
                }
            }
        }

        sequence.Stage(values.Select(Moment), null);
        (string end, Instant endAt) = record.Voided is { } voided ? ("void", voided.At) : ("drawnAt", record.DrawnAt!.Value);
        sequence.Require(end, endAt);
        foreach (StruckParty struck in record.Struck)
        {
            sequence.Require("openedAt", record.OpenedAt, struck.Party, struck.At);
            sequence.Require(struck.Party, struck.At, end, endAt);
        }

        return sequence.Wrong;

        bool IsDrawing(RecordedContribution c) => opening.Parties.Any(p => p.Party == c.Contribution.Party && p.Role == SeedAssurance.DrawingRole);
    }

    /// <summary>When a party's public value is fixed, if its opening says so as a moment.</summary>
    public static Instant? FixedAt(OpeningParty party) => FixedAt(party.Time);

    /// <summary>The moment that a text states, if it states one.</summary>
    public static Instant? FixedAt(string? time) => time is null ? null : Moment(time);

    /// <summary>The moment that a text is: UTC, of the years 1 to 9999, with no more fraction digits than it needs; or <see langword="null"/>.</summary>
    public static Instant? Moment(string text) =>
        InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out Instant moment) && InstantPattern.ExtendedIso.Format(moment) == text && moment.InUtc().Year >= 1
            ? moment
            : null;

    private static (string, Instant) Moment(RecordedContribution c) => (c.Contribution.Party, c.At);

    private sealed class Sequence(string what, Instant at)
    {
        public (string Chinese, string English)? Wrong { get; private set; }

        /// <summary>Each of these follows all before; the latest of them is what the next stage follows.</summary>
        public void Stage(IEnumerable<(string What, Instant At)> items, Instant? deadline)
        {
            (string What, Instant At)[] stage = [.. items];
            foreach ((string item, Instant moment) in stage)
            {
                Require(item, moment);
                if (deadline is { } due)
                {
                    Require(item, moment, "deadline", due);
                }
            }

            foreach ((string item, Instant moment) in stage.Where(i => i.At > at))
            {
                (what, at) = (item, moment);
            }
        }

        public void Require(string later, Instant laterAt) => Require(what, at, later, laterAt);

        public void Require(string earlier, Instant earlierAt, string later, Instant laterAt)
        {
            if (laterAt < earlierAt)
            {
                Wrong ??= ($"{later}（{laterAt}）早于 {earlier}（{earlierAt}）", $"{later} ({laterAt}) stands before {earlier} ({earlierAt})");
            }
        }
    }
}
