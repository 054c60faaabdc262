using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>The table of what goes out: rows made from the log and from what came in for others, by cursor, partner by partner.</summary>
/// <param name="database">The front database.</param>
public sealed partial class OutTable(FrontDatabase database)
{
    /// <summary>What is behind another message about its subject is not due, however late it is; it is released with the one before it.</summary>
    private const string Behind = "9999-12-31T00:00:00.000Z";

    /// <summary>Releases the first open message about a subject, if it is not dead.</summary>
    private const string Release =
        """
        UPDATE ex_out_message SET next_at = @now WHERE partner = @partner AND subject = @subject AND status = 'waiting' AND next_at = '9999-12-31T00:00:00.000Z'
        AND number = (SELECT min(number) FROM ex_out_message WHERE partner = @partner AND subject = @subject AND status IN ('waiting', 'dead'))
        """;

    private const string Columns = "partner, number, id, subject, body, digest, status, attempts, first_at, next_at, error, receipt_at";

    /// <summary>What is to be sent now: waiting, due, and nothing about its subject before it that is not received; at most one a subject.</summary>
    /// <remarks>Rows that are behind others are not looked at, so that it costs what it returns.</remarks>
    /// <param name="partner">The partner's id.</param>
    /// <param name="now">Now.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<ImmutableArray<OutboundMessage>> DueAsync(string partner, Instant now, int most, CancellationToken cancellation) => DueAsync(partner, now, most, [], cancellation);

    /// <summary>The same without those of some numbers, which are under way: they would come first each time.</summary>
    internal Task<ImmutableArray<OutboundMessage>> DueAsync(string partner, Instant now, int most, IEnumerable<long> except, CancellationToken cancellation) => QueryAsync(
        $"""
        SELECT {Columns} FROM ex_out_message m WHERE partner = @partner AND status = 'waiting' AND next_at <= @now
        AND number NOT IN ({string.Join(',', except.Append(0).Select(number => number.ToString(CultureInfo.InvariantCulture)))})
        AND NOT EXISTS (SELECT 1 FROM ex_out_message e WHERE e.partner = m.partner AND e.subject = m.subject AND e.number < m.number AND e.status IN ('waiting', 'dead'))
        ORDER BY next_at, number LIMIT @most
        """,
        cancellation,
        ("@partner", partner),
        ("@now", FrontText.Of(now)),
        ("@most", most));

    /// <summary>Rows by their status, the first first.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="status">The status.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<ImmutableArray<OutboundMessage>> ReadAsync(string partner, OutboundStatus status, int most, CancellationToken cancellation) => QueryAsync(
        $"SELECT {Columns} FROM ex_out_message WHERE partner = @partner AND status = @status ORDER BY number LIMIT @most",
        cancellation,
        ("@partner", partner),
        ("@status", Name(status)),
        ("@most", most));

    /// <summary>Rows after a number, for a partner that fetches.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="after">The last number that it has, 0 for the beginning.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<ImmutableArray<OutboundMessage>> AfterAsync(string partner, long after, int most, CancellationToken cancellation) => QueryAsync(
        $"SELECT {Columns} FROM ex_out_message WHERE partner = @partner AND number > @after ORDER BY number LIMIT @most",
        cancellation,
        ("@partner", partner),
        ("@after", after),
        ("@most", most));

    /// <summary>Writes what became of attempts, in one transaction.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="attempts">The messages with what became of them.</param>
    /// <param name="schedule">When what failed is sent again.</param>
    /// <param name="now">Now.</param>
    /// <param name="jitter">A number by chance from 0 to <see cref="RetrySchedule.MostJitter"/>.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    public Task RecordAsync(
        string partner, IReadOnlyCollection<(OutboundMessage Message, SendOutcome Outcome)> attempts, RetrySchedule schedule, Instant now, Func<int> jitter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(jitter);
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                // Whoever changes which message is the first about a subject holds the partner's row: feeding and recording never miss one another.
                await FrontDatabase.ExecuteAsync(
                    connection,
                    transaction,
                    $"UPDATE ex_out_partner SET contact_at = {(attempts.Any(attempt => attempt.Outcome is SendOutcome.Received) ? "@now" : "contact_at")} WHERE partner = @partner",
                    cancellation,
                    ("@now", FrontText.Of(now)),
                    ("@partner", partner));
                await using FrontStatement note = new(
                    connection,
                    transaction,
                    """
                    UPDATE ex_out_message SET status = @status, attempts = @attempts, first_at = @first, next_at = @next, error = @error, receipt_digest = @receipt, receipt_at = @at
                    WHERE partner = @partner AND number = @number AND status = 'waiting'
                    """,
                    ["@status", "@first", "@next", "@error", "@receipt", "@at", "@partner"],
                    "@attempts",
                    "@number");
                await using FrontStatement release = Releasing(connection, transaction);
                string moment = FrontText.Of(now);
                foreach ((OutboundMessage message, SendOutcome outcome) in attempts)
                {
                    int made = message.Attempts + 1;
                    Instant first = message.FirstAt ?? now;
                    (OutboundStatus status, Instant next, string? error) = outcome switch
                    {
                        SendOutcome.Received => (OutboundStatus.Sent, now, null),
                        SendOutcome.Failed failed => schedule.Next(made, first, now, failed.RetryAfter, jitter()) is { } again
                            ? (OutboundStatus.Waiting, again, failed.Error)
                            : (OutboundStatus.Dead, now, failed.Error),
                        SendOutcome.Gone => (OutboundStatus.Waiting, now, "410 Gone"),
                        _ => throw new ArgumentOutOfRangeException(nameof(attempts)),
                    };
                    bool isReceived = outcome is SendOutcome.Received;
                    await note.ExecuteAsync(
                        cancellation, Name(status), FrontText.Of(first), FrontText.Of(next), error, isReceived ? message.Digest : null, isReceived ? moment : null, partner, made, message.Number);
                    if (isReceived)
                    {
                        await release.ExecuteAsync(cancellation, moment, partner, message.Subject);
                    }
                }

                if (attempts.Any(attempt => attempt.Outcome is SendOutcome.Gone))
                {
                    await FrontDatabase.ExecuteAsync(
                        connection,
                        transaction,
                        "UPDATE ex_out_partner SET stopped_at = @now, stop_reason = '410 Gone' WHERE partner = @partner",
                        cancellation,
                        ("@now", FrontText.Of(now)),
                        ("@partner", partner));
                }

                return true;
            },
            cancellation);
    }

    /// <summary>Notes that a partner that fetches has everything up to a number: by asking for what comes after it.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="number">The number.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    public Task AcknowledgeAsync(string partner, long number, Instant now, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await FrontDatabase.ExecuteAsync(
                connection,
                transaction,
                "UPDATE ex_out_message SET status = 'sent', receipt_digest = digest, receipt_at = @now WHERE partner = @partner AND number <= @number AND status = 'waiting'",
                cancellation,
                ("@now", FrontText.Of(now)),
                ("@partner", partner),
                ("@number", number));
            return await FrontDatabase.ExecuteAsync(
                connection, transaction, "UPDATE ex_out_partner SET contact_at = @now WHERE partner = @partner", cancellation, ("@now", FrontText.Of(now)), ("@partner", partner));
        },
        cancellation);

    /// <summary>How it stands with a partner.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<OutFigures> FiguresAsync(string partner, CancellationToken cancellation)
    {
        ImmutableArray<(string Status, long Count, Instant? Oldest)> rows = await database.QueryAsync(
            "SELECT status, count(*), min(made_at) FROM ex_out_message WHERE partner = @partner GROUP BY status",
            row => (row.GetString(0), row.GetInt64(1), row.MomentOf(2)),
            cancellation,
            ("@partner", partner));
        (long cursor, _, Instant? contact, Instant? stopped) = await StandingAsync(partner, cancellation);
        return new OutFigures(
            partner, cursor, Of(OutboundStatus.Waiting), Of(OutboundStatus.Sent), Of(OutboundStatus.Dead), Of(OutboundStatus.GivenUp), contact, stopped)
        {
            OldestAt = rows.Where(row => row.Status == Name(OutboundStatus.Waiting) || row.Status == Name(OutboundStatus.Dead)).Min(row => row.Oldest),
        };

        long Of(OutboundStatus status) => rows.FirstOrDefault(row => row.Status == Name(status)).Count;
    }

    /// <summary>What a day's messages to a partner come to: what it should have of it.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<ImmutableArray<Reconciliation>> ReconcileAsync(string partner, LocalDate day, CancellationToken cancellation) => Reconciliation.OfAsync(
        day, FrontDays.ReadAsync(database, "SELECT type, id, digest FROM ex_out_message WHERE partner = @partner AND day = @day ORDER BY type, id, digest", partner, day, cancellation), cancellation);

    internal Task<string> EpochAsync(CancellationToken cancellation) => database.EpochAsync(cancellation);

    internal static string Name(OutboundStatus status) => status switch
    {
        OutboundStatus.Waiting => "waiting",
        OutboundStatus.Sent => "sent",
        OutboundStatus.Dead => "dead",
        OutboundStatus.GivenUp => "given_up",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>How far a partner's rows have been made from the log and from what came in, when it last received something, and when it answered 410.</summary>
    internal async Task<(long Cursor, long RelayCursor, Instant? ContactAt, Instant? StoppedAt)> StandingAsync(string partner, CancellationToken cancellation) =>
        (await database.QueryAsync(
            "SELECT cursor, relay_cursor, contact_at, stopped_at FROM ex_out_partner WHERE partner = @partner",
            row => (row.GetInt64(0), row.GetInt64(1), row.MomentOf(2), row.MomentOf(3)),
            cancellation,
            ("@partner", partner))).FirstOrDefault();

    private static FrontStatement Releasing(DbConnection connection, DbTransaction transaction) => new(connection, transaction, Release, ["@now", "@partner", "@subject"]);

    private Task<ImmutableArray<OutboundMessage>> QueryAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] values) => database.QueryAsync(
        sql,
        row => new OutboundMessage(
            row.GetString(0),
            row.GetInt64(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            Enum.GetValues<OutboundStatus>().First(status => Name(status) == row.GetString(6)),
            row.GetInt32(7),
            row.MomentOf(8),
            FrontText.Moment(row.GetString(9)),
            row.TextOf(10),
            row.MomentOf(11)),
        row => row.Body.Length,
        cancellation,
        values);
}
