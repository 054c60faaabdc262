using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>越权尝试留痕：keeps what was refused to somebody who had signed in. The matter itself stays as it was.</summary>
/// <remarks>
/// A stream for each person and day, with the same attempt once and <see cref="MostADay"/> at most, so that trying does not fill the log. What is about a surprise inspection
/// stands in the sealed log, as everything that bears its number does. Source: 沈政办发〔2020〕19号 四(二) 全程留痕.
/// </remarks>
/// <param name="ledger">The log.</param>
/// <param name="codec">The events of the log.</param>
public sealed class Attempts(ILedger ledger, EventCodec codec)
{
    /// <summary>So many attempts of a person are kept a day, and as many about each surprise inspection: whoever tries more often stands there often enough.</summary>
    public const int MostADay = 20;

    internal const string Prefix = "attempt/";

    private const int Tries = 3;
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The codes of what was refused because of who tried: role, department, four eyes.</summary>
    public static ImmutableHashSet<string> Codes { get; } =
        [StepRefusals.RoleNeeded.Code, StepRefusals.OtherDepartment.Code, .. DomainSteps.All.SelectMany(step => step.FourEyes).Select(eyes => eyes.Refusal.Code)];

    /// <summary>Keeps an attempt, if it is not kept already.</summary>
    /// <param name="person">Who tried.</param>
    /// <param name="at">When.</param>
    /// <param name="refused">What was refused.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>Whether an entry was written.</returns>
    public async Task<bool> KeepAsync(Person person, Instant at, AttemptEvent.Refused refused, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(refused);
        string day = $"{Prefix}{person.Id}/{LocalDatePattern.Iso.Format(at.InZone(Zone).Date)}";
        string stream = refused.About is { } about && SecretNumbers.Find(about) is { } number ? $"{day}/{number}" : day;
        Actor actor = new(person.Id, person.Roles is [var role, ..] ? role : Role.InspectedParty);
        for (int tries = 1; tries <= Tries; tries++)
        {
            (ImmutableArray<AttemptEvent> events, int version) = await ledger.ReadEventsAsync<AttemptEvent>(codec, stream, cancellation);
            if (version >= MostADay || events.Contains(refused))
            {
                return false;
            }

            try
            {
                await ledger.CommitAsync(
                    new LedgerCommit(
                        actor, at, null, [new StreamAppend(stream, version, [codec.Encode(refused)])], [AttemptView.Of(stream, version + 1, person.Id, at, refused)]),
                    cancellation);
                return true;
            }
            catch (AppendConflictException)
            {
                // Another attempt of the same person at the same moment: looked at again.
            }
        }

        return false;
    }
}
