using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using NodaTime;
using RandomInspection.Disclosure;

namespace RandomInspection.Exchange;

/// <summary>The table of what goes out: rows made from the publication stream by cursor, partner by partner.</summary>
/// <param name="database">The front database.</param>
public sealed class OutTable(FrontDatabase database)
{
    private const int Page = 500;

    /// <summary>What is behind another message about its subject is not due, however late it is; it is released with the one before it.</summary>
    private const string Behind = "9999-12-31T00:00:00.000Z";

    /// <summary>Releases the first open message about a subject, if it is not dead.</summary>
    private const string Release =
        """
        UPDATE ex_out_message SET next_at = @now WHERE partner = @partner AND subject = @subject AND status = 'waiting' AND next_at = '9999-12-31T00:00:00.000Z'
        AND number = (SELECT min(number) FROM ex_out_message WHERE partner = @partner AND subject = @subject AND status IN ('waiting', 'dead'))
        """;

    private const string Columns = "partner, number, id, subject, body, digest, status, attempts, first_at, next_at, error, receipt_at";

    /// <summary>Makes the rows of what was published since.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="publications">The stream.</param>
    /// <param name="messages">What its messages say.</param>
    /// <param name="source">Whose messages they are.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before the next page is written.</param>
    /// <returns>How many rows were made.</returns>
    /// <remarks>Cursor and rows are one transaction a page; who is killed in between makes the same rows again.</remarks>
    public async Task<long> FeedAsync(string partner, Publications publications, PublicationMessages messages, string source, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(publications);
        ArgumentNullException.ThrowIfNull(messages);
        for (long made = 0; ;)
        {
            (long cursor, _, _) = await StandingAsync(partner, cancellation);
            ImmutableArray<DisclosedView> page = await publications.ReadAsync(cursor, Page, cancellation);
            if (page.IsEmpty)
            {
                return made;
            }

            Dictionary<string, long> places = await PlacesAsync(partner, page.Select(row => row.About).Distinct(), cancellation);
            List<(long Number, ExchangeMessage Message)> rows = [];
            foreach (DisclosedView published in page)
            {
                rows.Add((published.Number, await messages.OfAsync(published, source, ++places[published.About], cancellation)));
            }

            made += await database.WriteAsync((connection, transaction) => InsertAsync(connection, transaction, partner, cursor, rows, now, cancellation), cancellation);
        }
    }

    /// <summary>What is to be sent now: waiting, due, and nothing about its subject before it that is not received; at most one a subject.</summary>
    /// <remarks>Rows that are behind others are not looked at, so that it costs what it returns.</remarks>
    /// <param name="partner">The partner's id.</param>
    /// <param name="now">Now.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<ImmutableArray<OutboundMessage>> DueAsync(string partner, Instant now, int most, CancellationToken cancellation) => QueryAsync(
        $"""
        SELECT {Columns} FROM ex_out_message m WHERE partner = @partner AND status = 'waiting' AND next_at <= @now
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
                    await FrontDatabase.ExecuteAsync(
                        connection,
                        transaction,
                        """
                        UPDATE ex_out_message SET status = @status, attempts = @attempts, first_at = @first, next_at = @next, error = @error, receipt_digest = @receipt, receipt_at = @at
                        WHERE partner = @partner AND number = @number AND status = 'waiting'
                        """,
                        cancellation,
                        ("@status", Name(status)),
                        ("@attempts", made),
                        ("@first", FrontText.Of(first)),
                        ("@next", FrontText.Of(next)),
                        ("@error", error),
                        ("@receipt", outcome is SendOutcome.Received ? message.Digest : null),
                        ("@at", outcome is SendOutcome.Received ? FrontText.Of(now) : null),
                        ("@partner", partner),
                        ("@number", message.Number));
                    if (outcome is SendOutcome.Received)
                    {
                        await ReleaseAsync(connection, transaction, partner, message.Subject, now, cancellation);
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

    /// <summary>Sends dead letters again from now on, with three days anew.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="number">One of them; <see langword="null"/> for all.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>How many.</returns>
    public Task<int> ReplayAsync(string partner, long? number, Instant now, CancellationToken cancellation) => DecideAsync(
        partner, number, "status = 'waiting', attempts = 0, first_at = NULL, error = NULL, next_at = @now", now, cancellation);

    /// <summary>Gives dead letters up: what comes after them about their subjects is sent.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="number">One of them; <see langword="null"/> for all.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>How many.</returns>
    public Task<int> GiveUpAsync(string partner, long? number, Instant now, CancellationToken cancellation) =>
        DecideAsync(partner, number, "status = 'given_up', next_at = @now", now, cancellation);

    /// <summary>Sends again to a partner that had answered 410.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    public Task ResumeAsync(string partner, CancellationToken cancellation) => database.WriteAsync(
        (connection, transaction) => FrontDatabase.ExecuteAsync(
            connection, transaction, "UPDATE ex_out_partner SET stopped_at = NULL, stop_reason = NULL WHERE partner = @partner", cancellation, ("@partner", partner)),
        cancellation);

    /// <summary>How it stands with a partner.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<OutFigures> FiguresAsync(string partner, CancellationToken cancellation)
    {
        await using DbConnection connection = await database.OpenAsync(cancellation);
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        await using DbCommand command = FrontDatabase.Command(
            connection, null, "SELECT status, count(*) FROM ex_out_message WHERE partner = @partner GROUP BY status", ("@partner", partner));
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            counts[reader.GetString(0)] = reader.GetInt64(1);
        }

        (long cursor, Instant? contact, Instant? stopped) = await StandingAsync(partner, cancellation);
        return new OutFigures(
            partner, cursor, Of(OutboundStatus.Waiting), Of(OutboundStatus.Sent), Of(OutboundStatus.Dead), Of(OutboundStatus.GivenUp), contact, stopped);

        long Of(OutboundStatus status) => counts.GetValueOrDefault(Name(status));
    }

    /// <summary>What a day's messages to a partner come to: what it should have of it.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<ImmutableArray<Reconciliation>> ReconcileAsync(string partner, LocalDate day, CancellationToken cancellation) => Reconciliation.OfAsync(
        day, FrontDays.ReadAsync(database, "SELECT type, id, digest FROM ex_out_message WHERE partner = @partner AND day = @day ORDER BY type, id", partner, day, cancellation), cancellation);

    internal static string Name(OutboundStatus status) => status switch
    {
        OutboundStatus.Waiting => "waiting",
        OutboundStatus.Sent => "sent",
        OutboundStatus.Dead => "dead",
        OutboundStatus.GivenUp => "given_up",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private Task<int> DecideAsync(string partner, long? number, string change, Instant now, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await FrontDatabase.ExecuteAsync(connection, transaction, "UPDATE ex_out_partner SET cursor = cursor WHERE partner = @partner", cancellation, ("@partner", partner));
            int decided = await FrontDatabase.ExecuteAsync(
                connection,
                transaction,
                $"UPDATE ex_out_message SET {change} WHERE partner = @partner AND status = 'dead'{(number is null ? "" : " AND number = @number")}",
                cancellation,
                [("@partner", partner), ("@now", FrontText.Of(now)), .. number is { } one ? [("@number", one)] : Array.Empty<(string, object?)>()]);

            // Whatever is now the first open one about its subject is no longer behind another.
            await FrontDatabase.ExecuteAsync(
                connection,
                transaction,
                $"""
                UPDATE ex_out_message SET next_at = @now WHERE partner = @partner AND status = 'waiting' AND next_at = '{Behind}' AND NOT EXISTS (
                    SELECT 1 FROM ex_out_message e WHERE e.partner = ex_out_message.partner AND e.subject = ex_out_message.subject
                    AND e.number < ex_out_message.number AND e.status IN ('waiting', 'dead'))
                """,
                cancellation,
                ("@partner", partner),
                ("@now", FrontText.Of(now)));
            return decided;
        },
        cancellation);

    /// <summary>How far a partner's rows have been made, when it last received something, and when it answered 410.</summary>
    internal async Task<(long Cursor, Instant? ContactAt, Instant? StoppedAt)> StandingAsync(string partner, CancellationToken cancellation)
    {
        await using DbConnection connection = await database.OpenAsync(cancellation);
        await using DbCommand command = FrontDatabase.Command(
            connection, null, "SELECT cursor, contact_at, stopped_at FROM ex_out_partner WHERE partner = @partner", ("@partner", partner));
        await using DbDataReader row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetInt64(0), row.MomentOf(1), row.MomentOf(2)) : (0, null, null);
    }

    private static Task<int> ReleaseAsync(DbConnection connection, DbTransaction transaction, string partner, string subject, Instant now, CancellationToken cancellation) =>
        FrontDatabase.ExecuteAsync(connection, transaction, Release, cancellation, ("@now", FrontText.Of(now)), ("@partner", partner), ("@subject", subject));

    private async Task<Dictionary<string, long>> PlacesAsync(string partner, IEnumerable<string> subjects, CancellationToken cancellation)
    {
        await using DbConnection connection = await database.OpenAsync(cancellation);
        Dictionary<string, long> places = new(StringComparer.Ordinal);
        foreach (string subject in subjects)
        {
            await using DbCommand command = FrontDatabase.Command(
                connection, null, "SELECT max(sequence) FROM ex_out_message WHERE partner = @partner AND subject = @subject", ("@partner", partner), ("@subject", subject));
            places[subject] = await command.ExecuteScalarAsync(cancellation) is { } last and not DBNull ? Convert.ToInt64(last, CultureInfo.InvariantCulture) : 0;
        }

        return places;
    }

    private static async Task<int> InsertAsync(
        DbConnection connection, DbTransaction transaction, string partner, long cursor, List<(long Number, ExchangeMessage Message)> rows, Instant now, CancellationToken cancellation)
    {
        // Whoever moves the cursor makes the rows: of two hosts at once one finds it moved, and makes none.
        await FrontDatabase.ExecuteAsync(
            connection, transaction, "INSERT INTO ex_out_partner (partner, cursor) VALUES (@partner, 0) ON CONFLICT DO NOTHING", cancellation, ("@partner", partner));
        int moved = await FrontDatabase.ExecuteAsync(
            connection,
            transaction,
            "UPDATE ex_out_partner SET cursor = @next WHERE partner = @partner AND cursor = @cursor",
            cancellation,
            ("@next", rows[^1].Number),
            ("@partner", partner),
            ("@cursor", cursor));
        if (moved == 0)
        {
            return 0;
        }

        foreach ((long number, ExchangeMessage message) in rows)
        {
            await FrontDatabase.ExecuteAsync(
                connection,
                transaction,
                """
                INSERT INTO ex_out_message (partner, number, batch, id, type, subject, sequence, operation, day, body, digest, status, attempts, next_at)
                VALUES (@partner, @number, @batch, @id, @type, @subject, @sequence, 'publish', @day, @body, @digest, 'waiting', 0, @behind)
                """,
                cancellation,
                ("@partner", partner),
                ("@number", number),
                ("@batch", $"feed-{rows[0].Number}"),
                ("@id", message.Id),
                ("@type", message.Type),
                ("@subject", message.Subject),
                ("@sequence", message.Sequence!.Value),
                ("@day", FrontText.Of(Reconciliation.DayOf(message.Time))),
                ("@body", System.Text.Encoding.UTF8.GetString(message.ToBytes())),
                ("@digest", message.Digest),
                ("@behind", Behind));
        }

        foreach (string subject in rows.Select(row => row.Message.Subject).Distinct())
        {
            await ReleaseAsync(connection, transaction, partner, subject, now, cancellation);
        }

        return rows.Count;
    }

    private async Task<ImmutableArray<OutboundMessage>> QueryAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using DbConnection connection = await database.OpenAsync(cancellation);
        await using DbCommand command = FrontDatabase.Command(connection, null, sql, values);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        ImmutableArray<OutboundMessage>.Builder found = ImmutableArray.CreateBuilder<OutboundMessage>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(new OutboundMessage(
                reader.GetString(0),
                reader.GetInt64(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetString(4),
                reader.GetString(5),
                Enum.GetValues<OutboundStatus>().First(status => Name(status) == reader.GetString(6)),
                reader.GetInt32(7),
                reader.MomentOf(8),
                FrontText.Moment(reader.GetString(9)),
                reader.TextOf(10),
                reader.MomentOf(11)));
        }

        return found.ToImmutable();
    }
}
