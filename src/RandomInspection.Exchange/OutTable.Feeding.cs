using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text;
using NodaTime;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <content>How rows are made: cursor and rows are one transaction a page, so that whoever is killed in between makes the same rows again.</content>
public sealed partial class OutTable
{
    private const int LogPage = 1000;
    private const int RelayPage = 200;

    /// <summary>Makes the rows of what was published, corrected and taken down since, in the order of the public log.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="ledger">The log.</param>
    /// <param name="messages">What its entries say to partners.</param>
    /// <param name="source">Whose messages they are.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before the next page is written.</param>
    /// <returns>How many rows were made.</returns>
    /// <remarks>The log's order is always the same: if the front database is lost, the same rows are made with the same ids and places.</remarks>
    public async Task<long> FeedAsync(string partner, ILedger ledger, PublicationMessages messages, string source, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(messages);
        for (long made = 0; ;)
        {
            (long cursor, _, _, _) = await StandingAsync(partner, cancellation);
            ImmutableArray<LedgerEntry> page = await ledger.ReadAsync(LedgerLog.Public, cursor, LogPage, cancellation);
            if (page.IsEmpty)
            {
                return made;
            }

            List<(LedgerEntry Entry, DisclosedView Published)> said = [];
            foreach (LedgerEntry entry in page)
            {
                if (await messages.AboutAsync(entry, cancellation) is { } published)
                {
                    said.Add((entry, published));
                }
            }

            Dictionary<string, long> places = await PlacesAsync(partner, source, messages, said, cancellation);
            ImmutableHashSet<string> takenDown = await messages.TakenDownAsync(said.Select(one => one.Published), cancellation);
            List<NewRow> rows = [];
            foreach ((LedgerEntry entry, DisclosedView published) in said)
            {
                ExchangeMessage message = await messages.OfAsync(entry, published, takenDown.Contains(published.Obligation), source, ++places[published.About], cancellation);
                string operation = message.Type switch { ExchangeTypes.Correction => "correct", ExchangeTypes.Withdrawal => "withdraw", _ => "publish" };
                rows.Add(new NewRow(
                    message.Source, message.Id, message.Type, message.Subject, message.Sequence, operation, FrontText.Of(Reconciliation.DayOf(message.Time)), Encoding.UTF8.GetString(message.ToBytes()), message.Digest));
            }

            made += await database.WriteAsync(
                (connection, transaction) => InsertAsync(connection, transaction, partner, "cursor", cursor, page[^1].Sequence, rows, now, cancellation), cancellation);
        }
    }

    /// <summary>Makes the rows of what came in from others and was taken in since, of the types that a partner gets: envelope and payload as they came.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellation">Cancels before the next page is written.</param>
    /// <returns>How many rows were made.</returns>
    public async Task<long> RelayAsync(ExchangePartner partner, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(partner);
        for (long made = 0; !partner.Gets.IsEmpty;)
        {
            (_, long cursor, _, _) = await StandingAsync(partner.Id, cancellation);
            ImmutableArray<(long Number, string Partner, NewRow Row)> page = await database.QueryAsync(
                """
                SELECT taken_number, partner, source, id, type, subject, sequence, day, body, digest FROM ex_in_message
                WHERE status = 'taken' AND taken_number > @cursor ORDER BY taken_number LIMIT @most
                """,
                row => (
                    row.GetInt64(0),
                    row.GetString(1),
                    new NewRow(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetInt64(6), "relay", row.GetString(7), row.GetString(8), row.GetString(9))),
                one => one.Item3.Body.Length,
                cancellation,
                ("@cursor", cursor),
                ("@most", RelayPage));
            if (page.IsEmpty)
            {
                return made;
            }

            List<NewRow> rows = [.. page.Where(one => one.Partner != partner.Id && partner.Gets.Contains(one.Row.Type)).Select(one => one.Row)];
            made += await database.WriteAsync(
                (connection, transaction) => InsertAsync(connection, transaction, partner.Id, "relay_cursor", cursor, page[^1].Number, rows, now, cancellation), cancellation);
        }

        return 0;
    }

    /// <summary>How far the places of some subjects stand. Rows of the first layout are there before the cursor has come to them: they are left out of what is to be made.</summary>
    private async Task<Dictionary<string, long>> PlacesAsync(
        string partner, string source, PublicationMessages messages, List<(LedgerEntry Entry, DisclosedView Published)> said, CancellationToken cancellation)
    {
        await using DbConnection connection = await database.OpenAsync(cancellation);
        await using FrontStatement known = new(connection, null, "SELECT number FROM ex_out_message WHERE partner = @partner AND source = @source AND id = @id", ["@partner", "@source", "@id"]);
        await using FrontStatement last = new(
            connection, null, "SELECT max(sequence) FROM ex_out_message WHERE partner = @partner AND source = @source AND subject = @subject", ["@partner", "@source", "@subject"]);
        Dictionary<string, long> places = new(StringComparer.Ordinal);
        for (int i = 0; i < said.Count;)
        {
            (LedgerEntry entry, DisclosedView published) = said[i];
            if (await known.NumberAsync(cancellation, partner, source, messages.IdOf(entry, published)) is not null)
            {
                said.RemoveAt(i);
                continue;
            }

            if (!places.ContainsKey(published.About))
            {
                places[published.About] = await last.NumberAsync(cancellation, partner, source, published.About) ?? 0;
            }

            i++;
        }

        return places;
    }

    private static async Task<int> InsertAsync(
        DbConnection connection, DbTransaction transaction, string partner, string cursorName, long cursor, long next, List<NewRow> rows, Instant now, CancellationToken cancellation)
    {
        // Whoever moves the cursor makes the rows: of two hosts at once one finds it moved, and makes none.
        await FrontDatabase.ExecuteAsync(
            connection, transaction, "INSERT INTO ex_out_partner (partner, cursor) VALUES (@partner, 0) ON CONFLICT DO NOTHING", cancellation, ("@partner", partner));
        int moved = await FrontDatabase.ExecuteAsync(
            connection,
            transaction,
            $"UPDATE ex_out_partner SET {cursorName} = @next WHERE partner = @partner AND {cursorName} = @cursor",
            cancellation,
            ("@next", next),
            ("@partner", partner),
            ("@cursor", cursor));
        if (moved == 0 || rows.Count == 0)
        {
            return 0;
        }

        long last = await FrontDatabase.NumberAsync(connection, transaction, "SELECT max(number) FROM ex_out_message WHERE partner = @partner", cancellation, ("@partner", partner)) ?? 0;
        long first = last + 1;
        string batch = string.Create(CultureInfo.InvariantCulture, $"feed-{first}"), moment = FrontText.Of(now);
        await using FrontStatement insert = new(
            connection,
            transaction,
            $"""
            INSERT INTO ex_out_message (partner, number, source, batch, id, type, subject, sequence, operation, day, body, digest, status, attempts, made_at, next_at)
            VALUES (@partner, @number, @source, @batch, @id, @type, @subject, @sequence, @operation, @day, @body, @digest, 'waiting', 0, @now, '{Behind}')
            ON CONFLICT (partner, source, id) DO NOTHING
            """,
            ["@partner", "@source", "@batch", "@id", "@type", "@subject", "@operation", "@day", "@body", "@digest", "@now"],
            "@number",
            "@sequence");
        foreach (NewRow row in rows)
        {
            last += await insert.ExecuteAsync(
                cancellation, partner, row.Source, batch, row.Id, row.Type, row.Subject, row.Operation, row.Day, row.Body, row.Digest, moment, last + 1, row.Sequence);
        }

        await using FrontStatement release = Releasing(connection, transaction);
        foreach (string subject in rows.Select(row => row.Subject).Distinct(StringComparer.Ordinal))
        {
            await release.ExecuteAsync(cancellation, moment, partner, subject);
        }

        return (int)(last + 1 - first);
    }

    /// <summary>A row to be made.</summary>
    private sealed record NewRow(string Source, string Id, string Type, string Subject, long? Sequence, string Operation, string Day, string Body, string Digest);
}
