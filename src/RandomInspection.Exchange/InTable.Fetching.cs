using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace RandomInspection.Exchange;

/// <content>What is fetched: the rows of a page and how far it went are one transaction, so that whoever is killed in between fetches the same page again.</content>
public sealed partial class InTable
{
    private const string FetchColumns = "cursor, contact_at, failures, next_at, error, stopped_at";

    /// <summary>How it stands with a partner from which messages are fetched; <see langword="null"/> before the first time.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<FetchFigures?> FetchedAsync(string partner, CancellationToken cancellation) => (await database.QueryAsync(
        $"SELECT {FetchColumns} FROM ex_in_partner WHERE partner = @partner",
        row => new FetchFigures(row.GetString(0), row.MomentOf(1), row.GetInt32(2), FrontText.Moment(row.GetString(3)), row.TextOf(4), row.MomentOf(5)),
        cancellation,
        ("@partner", partner))).FirstOrDefault();

    /// <summary>Keeps a page that was fetched, and how far it goes, in one transaction.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="cursor">After what it was asked for.</param>
    /// <param name="page">The page. What is no message, or has the id of another with another payload, is set aside with its reason.</param>
    /// <param name="now">Now.</param>
    /// <param name="nextAt">When it is asked again.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>Whether it was kept; not if another process has fetched the same meanwhile.</returns>
    internal Task<bool> KeepPageAsync(string partner, string cursor, FetchedPage page, Instant now, Instant nextAt, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            if (!await MoveAsync(connection, transaction, partner, cursor, "cursor = @next, contact_at = @now, failures = 0, next_at = @at, error = NULL", cancellation, ("@next", page.Next), ("@now", FrontText.Of(now)), ("@at", FrontText.Of(nextAt))))
            {
                return false;
            }

            string batch = $"fetch-{page.Next}";
            ImmutableArray<string> kept = await KeepAsync(connection, transaction, [.. page.Messages.Select(message => (partner, message, batch))], now, cancellation);
            foreach ((ExchangeMessage message, string first) in page.Messages.Zip(kept).Where(pair => pair.First.Digest != pair.Second))
            {
                Refusal other = ExchangeRefusals.OtherContent.With(("source", message.Source), ("id", message.Id), ("first", first), ("second", message.Digest));
                await SetAsideAsync(connection, transaction, partner, batch, Encoding.UTF8.GetString(message.ToBytes()), other, now, cancellation);
            }

            foreach ((string text, Refusal reason) in page.Unreadable)
            {
                await SetAsideAsync(connection, transaction, partner, batch, text, reason, now, cancellation);
            }

            return true;
        },
        cancellation);

    /// <summary>Notes that fetching failed, and when it is tried again.</summary>
    internal Task<bool> FailAsync(string partner, string cursor, string error, Instant nextAt, Instant? stoppedAt, CancellationToken cancellation) => database.WriteAsync(
        (connection, transaction) => MoveAsync(
            connection,
            transaction,
            partner,
            cursor,
            "failures = failures + 1, next_at = @at, error = @error, stopped_at = @stopped",
            cancellation,
            ("@at", FrontText.Of(nextAt)),
            ("@error", error),
            ("@stopped", stoppedAt is { } at ? FrontText.Of(at) : null)),
        cancellation);

    /// <summary>Fetches again from a partner that had answered 410.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="decision">Who, and why.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>Whether it had stopped.</returns>
    public Task<bool> ResumeAsync(string partner, FrontDecision decision, Instant now, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            int resumed = await FrontDatabase.ExecuteAsync(
                connection,
                transaction,
                "UPDATE ex_in_partner SET stopped_at = NULL, failures = 0, next_at = @now WHERE partner = @partner AND stopped_at IS NOT NULL",
                cancellation,
                ("@now", FrontText.Of(now)),
                ("@partner", partner));
            if (resumed > 0)
            {
                await FrontDecisions.KeepAsync(connection, transaction, partner, "resume-fetch", null, 0, decision, now, cancellation);
            }

            return resumed > 0;
        },
        cancellation);

    /// <summary>Changes the row of a partner that still stands where it was read.</summary>
    private static async Task<bool> MoveAsync(
        DbConnection connection, DbTransaction transaction, string partner, string cursor, string change, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await FrontDatabase.ExecuteAsync(
            connection,
            transaction,
            "INSERT INTO ex_in_partner (partner, cursor, failures, next_at) VALUES (@partner, '', 0, '1970-01-01T00:00:00.000Z') ON CONFLICT DO NOTHING",
            cancellation,
            ("@partner", partner));
        return await FrontDatabase.ExecuteAsync(
            connection, transaction, $"UPDATE ex_in_partner SET {change} WHERE partner = @partner AND cursor = @cursor", cancellation, [.. values, ("@partner", partner), ("@cursor", cursor)]) > 0;
    }

    /// <summary>What cannot be told by source and id is told by its bytes.</summary>
    private static Task<int> SetAsideAsync(
        DbConnection connection, DbTransaction transaction, string partner, string batch, string text, Refusal reason, Instant now, CancellationToken cancellation)
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return FrontDatabase.ExecuteAsync(
            connection,
            transaction,
            """
            INSERT INTO ex_in_message (partner, batch, source, id, type, subject, operation, day, body, digest, status, error, received_at)
            VALUES (@partner, @batch, '-', @digest, '-', '-', 'receive', @day, @body, @digest, 'aside', @error, @now)
            ON CONFLICT (partner, source, id) DO NOTHING
            """,
            cancellation,
            ("@partner", partner),
            ("@batch", batch),
            ("@digest", digest),
            ("@day", FrontText.Of(Reconciliation.DayOf(now))),
            ("@body", text),
            ("@error", FrontReason.Of(reason)),
            ("@now", FrontText.Of(now)));
    }
}
