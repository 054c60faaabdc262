using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using RandomInspection;
using RandomInspection.Calendars;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Storage;

// One thing of each engine, in a program without a runtime: AotSmoke DOCS VECTORS MATCHING STORED-EVENTS. Prints a line each; exit code 1 where one is not as it should be.
if (args is not [string docs, string vectors, string matching, string storedEvents])
{
    Console.Error.WriteLine("Usage: AotSmoke DOCS VECTORS MATCHING STORED-EVENTS");
    return 2;
}

int failed = 0;
Check("deadline", WorkingDayCalendar.Embedded.AddWorkingDays(new LocalDate(2026, 2, 10), 10).Date == new LocalDate(2026, 3, 2));

byte[] frame = File.ReadAllBytes(Path.Combine(docs, "example", "frame.tsv")), auditor = File.ReadAllBytes(Path.Combine(docs, "example", "auditor.json"));
DrawRecord record = RecordDocument.Read(auditor);
DrawResult drawn = new DrawEngine().Draw(FrameFile.Read(frame), DesignDocument.Parse(record.Tasks[0].DesignText).Design, record.Seed!, "sha-256");
Check("draw", drawn.Selected.Select(unit => unit.Id).SequenceEqual(record.Tasks[0].Selected.Select(unit => unit.Id)));

FrameKey key = FrameKey.Parse(File.ReadAllText(Path.Combine(docs, "example", "frame.key")).Trim());
Dictionary<string, byte[]> frames = new() { [record.Tasks[0].Id] = frame };
Dictionary<string, FrameKey> keys = new() { [record.Tasks[0].Id] = key };
Check("record", new RecordVerifier().Verify(auditor, frames, keys).Verifies);
auditor[Encoding.UTF8.GetString(auditor).IndexOf("\"seed\":\"", StringComparison.Ordinal) + 8] ^= 1;
Check("tampered record", !new RecordVerifier().Verify(auditor, frames, keys).Verifies);

string[] known = File.ReadLines(Path.Combine(matching, "Resources", "match-digests.txt")).First().Split(' ');
using JsonDocument vector = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(vectors, "matching", $"{known[0]}.json")));
MatchProblem problem = MatchProblemDocument.Parse(vector.RootElement.GetProperty("problem").GetRawText());
Check("match", new InspectorMatcher().Match(problem, Seed.Of(SHA256.HashData(Encoding.UTF8.GetBytes(known[0])))).Digest.Hex == known[1]);

string[][] lines = [.. File.ReadAllLines(storedEvents).Select(line => line.Split('\t'))];
Check($"{lines.Length} events", lines.Length > 100 && lines.All(line => DomainEvents.Codec.Encode(DomainEvents.Codec.Decode(new EncodedEvent(line[0], line[1]))) == new EncodedEvent(line[0], line[1])));

InMemoryStore store = new();
await store.Ledger.CommitAsync(
    new LedgerCommit(Actor.System, Instant.FromUtc(2026, 11, 23, 1, 0), null, [new StreamAppend("s/1", 0, [.. lines.Take(37).Select(line => new EncodedEvent(line[0], line[1]))])], []), CancellationToken.None);
LedgerHead head = await store.Ledger.HeadAsync(LedgerLog.Public, CancellationToken.None);
ImmutableArray<byte[]> proof = await store.Ledger.ProveInclusionAsync(LedgerLog.Public, 12, head.Size, CancellationToken.None);
byte[] leaf = LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes((await store.Ledger.ReadAsync(LedgerLog.Public, 11, 1, CancellationToken.None))[0])), root = Convert.FromHexString(head.Root);
Check("ledger proof", LedgerLeaf.Tree.Verify(leaf, 11, head.Size, proof, root) && !LedgerLeaf.Tree.Verify(leaf, 12, head.Size, proof, root));
return failed == 0 ? 0 : 1;

void Check(string what, bool holds)
{
    Console.WriteLine($"{what}: {(holds ? "ok" : "FAILED")}");
    failed += holds ? 0 : 1;
}
