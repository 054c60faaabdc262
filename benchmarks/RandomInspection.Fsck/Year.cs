using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;

namespace RandomInspection.Fsck;

/// <summary>Writes a log of visits with their duties to publish, as a host's store would have written it, and past the store: what is measured is reading.</summary>
internal static class Year
{
    private const int VisitsAtOnce = 10;

    /// <summary>Fills an empty store with at least so many entries.</summary>
    /// <returns>How many there are.</returns>
    public static long Write(SqliteConnection connection, long least)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand entry = Insert(connection, "ledger", "Sequence", "Stream", "Version", "Type", "Actor", "Role", "Reason", "At", "Data", "Salt");
        using SqliteCommand node = Insert(connection, "ledger_node", "Log", "Level", "Index", "Hash");
        MerkleFrontier frontier = MerkleFrontier.Empty;
        for (int number = 1; frontier.Size < least; number += VisitsAtOnce)
        {
            Instant at = Instant.FromUtc(2026, 1, 1, 1, 0) + Duration.FromTicks(12_345_678L * number);
            string salt = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number)));
            for (int visit = number; visit < number + VisitsAtOnce; visit++)
            {
                foreach ((string stream, ImmutableArray<EncodedEvent> events) in Streams(visit, at))
                {
                    foreach ((int index, EncodedEvent happened) in events.Index())
                    {
                        LedgerEntry written = new(
                            frontier.Size + 1, stream, index + 1, happened.Type, new Actor("scjg-017", Role.Inspector), null, at, happened.Data, LedgerLog.Public, salt[..32]);
                        Run(entry, written.Sequence, stream, written.Version, written.Type, "scjg-017", "Inspector", DBNull.Value, at.ToUnixTimeTicks(), happened.Data, written.Salt!);
                        frontier = frontier.Append(
                            LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(written)), (place, hash) => Run(node, 0, place.Level, place.Index, hash));
                    }
                }
            }
        }

        using SqliteCommand head = Insert(connection, "ledger_head", "Id", "Size", "Root", "Frontier");
        Run(head, 1, frontier.Size, Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree)), frontier.ToBytes());
        transaction.Commit();
        return frontier.Size;
    }

    private static IEnumerable<(string Stream, ImmutableArray<EncodedEvent> Events)> Streams(int number, Instant at)
    {
        LocalDate day = new(2026, 11, 23);
        string id = string.Create(CultureInfo.InvariantCulture, $"P2026-001-T01-V{number:0000000}");
        VisitEvent.Planned planned = new(
            id, "P2026-001-T01", "D2026-0001", "M2026-0001", string.Create(CultureInfo.InvariantCulture, $"91210100MA{number:00000000}"), $"沈阳市示例食品经营有限公司（{number}）",
            "沈河区", new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4), ["SCJG-01", "SCJG-02"], new VisitTeam("market", 2, ["scjg-017", "scjg-101"]), id, []);
        Visit visit = Visit.Begin(planned);
        ImmutableArray<VisitEvent> happened =
        [
            planned,
            visit.Approve("年度抽查计划", "shou"),
            visit.Arrive("scjg-017", day),
            visit.Enter("SCJG-01", ItemResult.NoProblemFound, "", "scjg-017"),
            visit.Enter("SCJG-02", ItemResult.OrderedToCorrect, "标签不全，已责令改正", "scjg-017"),
            visit.Conclude("scjg-101", day),
            visit.Audit("fu"),
        ];
        DisclosureEvent.Raised raised = new(
            $"result-{id}", DisclosureOccasion.ResultFormed, id, planned.SubjectName, "market", day, new DueDate(new LocalDate(2026, 12, 21), Certainty.TailOpen, "三(八)", "2026-01"));
        DisclosureObligation duty = DisclosureObligation.Replay([raised]);
        yield return ($"visit/{id}", [.. happened.Select(DomainEvents.Codec.Encode)]);
        yield return ($"disclosure/result-{id}", [DomainEvents.Codec.Encode(raised), DomainEvents.Codec.Encode(duty.Publish("公示系统（辽宁）", "gong", at))]);
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, params string[] columns)
    {
        SqliteCommand insert = connection.CreateCommand();
#pragma warning disable CA2100 // Tables and columns stand above.
        insert.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select(c => $"${c}"))})";
#pragma warning restore CA2100
        foreach (string column in columns)
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"${column}" });
        }

        insert.Prepare();
        return insert;
    }

    private static void Run(SqliteCommand insert, params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            insert.Parameters[i].Value = values[i];
        }

        insert.ExecuteNonQuery();
    }
}
