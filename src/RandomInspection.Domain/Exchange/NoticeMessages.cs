using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>放假通知消息：a file of notices, checked against the calendar in use and kept; what it would change is looked at, and loaded, by an administrator.</summary>
/// <param name="calendars">The calendar in use.</param>
/// <param name="staff">The persons, for the partner's agent.</param>
public sealed class NoticeMessages(CalendarInUse calendars, IStaff staff)
{
    /// <summary>The effect: the notices are kept as our JSON, by whose digest the calendar's page shows them.</summary>
    public InboxEffect Effect => new(ExchangeTypes.Notices, ActAsync);

    /// <summary>The payload of notices.</summary>
    /// <param name="notices">One or more.</param>
    public static string Write(IEnumerable<HolidayNotice> notices) => CanonicalJson.WriteText(json =>
    {
        json.WritePropertyName("file");
        json.WriteRawValue(NoticeFile.Write(notices));
    });

    /// <summary>The digest under which a message's notices are kept.</summary>
    /// <param name="message">The message, of <see cref="ExchangeTypes.Notices"/>.</param>
    /// <exception cref="InputRefusedException">It has no file (RI9160).</exception>
    public static string DigestOf(ExchangeMessage message) => Convert.ToHexStringLower(SHA256.HashData(FileOf(message)));

    private static byte[] FileOf(ExchangeMessage message) => ExchangePayload.Read(message, root => Encoding.UTF8.GetBytes(root.GetProperty("file").GetRawText()));

    private async Task ActAsync(ILedger log, IEvidenceStore evidence, ExchangeMessage message, ExchangePartner partner, Instant at, CancellationToken cancellation)
    {
        _ = ExchangeAgents.Of(staff, partner);
        byte[] file = FileOf(message);
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(cancellation);
        ImmutableArray<HolidayNotice> notices = NoticeFile.Parse(Encoding.UTF8.GetString(file), known: calendar);
        if (calendar.With(notices).Version == calendar.Version)
        {
            throw DisclosureRefusals.NoticeKnown.Refuse(("notices", string.Join(", ", notices.Select(one => one.Number))));
        }

        await evidence.PutAsync(file, cancellation);
    }
}
