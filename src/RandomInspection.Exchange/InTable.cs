using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text;
using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>The table of what came in, by whichever way.</summary>
/// <param name="database">The front database.</param>
public sealed partial class InTable(FrontDatabase database)
{
    private const string Columns = "place, partner, source, id, type, subject, body, status, error, received_at";

    /// <summary>Keeps messages that came, all in one transaction; those that are there already stay as they are.</summary>
    /// <param name="arrivals">Who sent them, the messages, and the webhook, file or feed that brought them.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>For each the digest that is kept under its source and id: its own, or another that came before.</returns>
    public Task<ImmutableArray<string>> KeepAsync(IReadOnlyCollection<(string Partner, ExchangeMessage Message, string Batch)> arrivals, Instant now, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => KeepAsync(connection, transaction, arrivals, now, cancellation), cancellation);

    /// <summary>Rows by their status, in the order in which they came.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="status">The status.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<ImmutableArray<InboundMessage>> ReadAsync(string partner, InboundStatus status, int most, CancellationToken cancellation)
    {
        // The status stands in the text, so that the partial index is used.
        return await database.QueryAsync(
            $"SELECT {Columns} FROM ex_in_message WHERE partner = @partner AND status = '{Name(status)}' ORDER BY place LIMIT @most",
            row => RowOf(row, status),
            row => row.Body.Length,
            cancellation,
            ("@partner", partner),
            ("@most", most));
    }

    /// <summary>The rows of a type that were taken in last, the newest first.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="type">The type.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<ImmutableArray<InboundMessage>> TakenAsync(string partner, string type, int most, CancellationToken cancellation) => database.QueryAsync(
        $"SELECT {Columns} FROM ex_in_message WHERE partner = @partner AND type = @type AND status = 'taken' ORDER BY place DESC LIMIT @most",
        row => RowOf(row, InboundStatus.Taken),
        cancellation,
        ("@partner", partner),
        ("@type", type),
        ("@most", most));

    /// <summary>Writes what became of messages, in one transaction; what was parked behind one that is taken is looked at again.</summary>
    /// <param name="outcomes">The messages with what became of them.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    public Task RecordAsync(IReadOnlyCollection<(InboundMessage Row, ExchangeMessage? Message, InboxOutcome Outcome)> outcomes, Instant now, CancellationToken cancellation) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                // The numbers are taken together: whoever takes them holds the row, so that nobody sees a higher one before a lower one.
                int taken = outcomes.Count(one => one.Outcome is InboxOutcome.Taken or InboxOutcome.Known);
                long number = await FrontDatabase.NumberAsync(connection, transaction, "UPDATE ex_front SET taken = taken + @taken RETURNING taken", cancellation, ("@taken", taken)) - taken
                    ?? throw new InvalidOperationException("The front database has lost its own row.");
                await using FrontStatement note = new(
                    connection,
                    transaction,
                    "UPDATE ex_in_message SET status = @status, error = @error, taken_at = @at, taken_number = @taken WHERE place = @place",
                    ["@status", "@error", "@at"],
                    "@taken",
                    "@place");
                await using FrontStatement unpark = new(
                    connection,
                    transaction,
                    "UPDATE ex_in_message SET status = 'waiting' WHERE partner = @partner AND source = @source AND subject = @subject AND sequence = @next AND status = 'parked'",
                    ["@partner", "@source", "@subject"],
                    "@next");
                foreach ((InboundMessage row, ExchangeMessage? message, InboxOutcome outcome) in outcomes)
                {
                    (InboundStatus status, string? error) = outcome switch
                    {
                        InboxOutcome.Taken or InboxOutcome.Known => (InboundStatus.Taken, (string?)null),
                        InboxOutcome.Parked parked => (InboundStatus.Parked, parked.Next.ToString(CultureInfo.InvariantCulture)),
                        InboxOutcome.SetAside aside => (InboundStatus.Aside, FrontReason.Of(aside.Reason)),
                        _ => throw new ArgumentOutOfRangeException(nameof(outcomes)),
                    };
                    bool isTaken = status == InboundStatus.Taken;
                    await note.ExecuteAsync(cancellation, Name(status), error, isTaken ? FrontText.Of(now) : null, isTaken ? ++number : null, row.Place);
                    if (isTaken && message?.Sequence is { } place)
                    {
                        await unpark.ExecuteAsync(cancellation, row.Partner, row.Source, row.Subject, place + 1);
                    }
                }

                return true;
            },
            cancellation);

    /// <summary>Has what is set aside looked at again, after its cause was removed.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="place">One of them; <see langword="null"/> for all.</param>
    /// <param name="decision">Who, and why.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>How many.</returns>
    public Task<int> ReplayAsync(string partner, long? place, FrontDecision decision, Instant now, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            int decided = await FrontDatabase.ExecuteAsync(
                connection,
                transaction,
                $"UPDATE ex_in_message SET status = 'waiting', error = NULL WHERE partner = @partner AND status = 'aside'{(place is null ? "" : " AND place = @place")}",
                cancellation,
                [("@partner", partner), .. place is { } one ? [("@place", one)] : Array.Empty<(string, object?)>()]);
            if (decided > 0)
            {
                await FrontDecisions.KeepAsync(connection, transaction, partner, "retry", place, decided, decision, now, cancellation);
            }

            return decided;
        },
        cancellation);

    /// <summary>How it stands with what came from a partner.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<InFigures> FiguresAsync(string partner, CancellationToken cancellation)
    {
        ImmutableArray<(string Status, long Count, Instant? Last, Instant? Oldest)> rows = await database.QueryAsync(
            "SELECT status, count(*), max(received_at), min(received_at) FROM ex_in_message WHERE partner = @partner GROUP BY status",
            row => (row.GetString(0), row.GetInt64(1), row.MomentOf(2), row.MomentOf(3)),
            cancellation,
            ("@partner", partner));
        return new InFigures(partner, Of(InboundStatus.Waiting), Of(InboundStatus.Taken), Of(InboundStatus.Parked), Of(InboundStatus.Aside), rows.Max(row => row.Last))
        {
            OldestAt = rows.Where(row => row.Status != Name(InboundStatus.Taken)).Min(row => row.Oldest),
        };

        long Of(InboundStatus status) => rows.FirstOrDefault(row => row.Status == Name(status)).Count;
    }

    /// <summary>What a day's messages that were taken in come to.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<ImmutableArray<Reconciliation>> ReconcileAsync(string partner, LocalDate day, CancellationToken cancellation) => Reconciliation.OfAsync(
        day,
        FrontDays.ReadAsync(database, "SELECT type, id, digest FROM ex_in_message WHERE partner = @partner AND day = @day AND status = 'taken' ORDER BY type, id, digest", partner, day, cancellation),
        cancellation);

    private static async Task<ImmutableArray<string>> KeepAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyCollection<(string Partner, ExchangeMessage Message, string Batch)> arrivals, Instant now, CancellationToken cancellation)
    {
        ImmutableArray<string>.Builder kept = ImmutableArray.CreateBuilder<string>(arrivals.Count);
        await using FrontStatement insert = new(
            connection,
            transaction,
            """
            INSERT INTO ex_in_message (partner, batch, source, id, type, subject, sequence, operation, day, body, digest, status, received_at)
            VALUES (@partner, @batch, @source, @id, @type, @subject, @sequence, 'receive', @day, @body, @digest, 'waiting', @now)
            ON CONFLICT (partner, source, id) DO NOTHING
            """,
            ["@partner", "@batch", "@source", "@id", "@type", "@subject", "@day", "@body", "@digest", "@now"],
            "@sequence");
        await using FrontStatement first = new(
            connection, transaction, "SELECT digest FROM ex_in_message WHERE partner = @partner AND source = @source AND id = @id", ["@partner", "@source", "@id"]);
        foreach ((string partner, ExchangeMessage message, string batch) in arrivals)
        {
            int added = await insert.ExecuteAsync(
                cancellation,
                partner,
                batch,
                message.Source,
                message.Id,
                message.Type,
                message.Subject,
                FrontText.Of(Reconciliation.DayOf(message.Time)),
                Encoding.UTF8.GetString(message.ToBytes()),
                message.Digest,
                FrontText.Of(now),
                message.Sequence);
            kept.Add(added > 0 ? message.Digest : (await first.TextAsync(cancellation, partner, message.Source, message.Id))!);
        }

        return kept.MoveToImmutable();
    }

    private static InboundMessage RowOf(DbDataReader row, InboundStatus status) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        status,
        row.TextOf(8),
        FrontText.Moment(row.GetString(9)));

    private static string Name(InboundStatus status) => status switch
    {
        InboundStatus.Waiting => "waiting",
        InboundStatus.Taken => "taken",
        InboundStatus.Parked => "parked",
        InboundStatus.Aside => "aside",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
