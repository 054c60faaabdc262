#:project ../src/RandomInspection.Domain/RandomInspection.Domain.csproj
#:property TargetFramework=net10.0

// Makes docs/example: a draw small enough to follow by hand, with its opening, design, frame and the record in its three views.
// dotnet run eng/example.cs; the signatures come out anew each time, everything else is the same.

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Drawing;

string folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(AppContext.GetData("EntryPointFilePath") as string ?? "eng/example.cs"))!, "..", "docs", "example");
const string Design = """{"kind":"rates","rates":{"A":"0.4","B":"0.8"},"reservesPerCell":1,"basis":"worked example"}""";
const string Hash = "sha-256";

Frame frame = Frame.Of([
    Unit("F01", "和平区", "A"), Unit("F02", "和平区", "A"), Unit("F03", "和平区", "A"), Unit("F04", "和平区", "B"),
    Unit("F05", "沈河区", "A"), Unit("F06", "沈河区", "A"), Unit("F07", "沈河区", "A"), Unit("F08", "沈河区", "A", Standing.Resting),
    Unit("F09", "沈河区", "B"), Unit("F10", "沈河区", "B"),
]);
FrameKey key = FrameKey.Of(SHA256.HashData("the example's frame key"u8));
DrawEngine engine = new();
DrawHashes hashes = new();

Instant start = Instant.FromUtc(2026, 3, 2, 1, 0);
ECDsa drawing = KeyOf("drawing"), witness = KeyOf("witness");
string drawingValue = new('1', 64), witnessValue = new('2', 64);
DrawCeremony ceremony = DrawCeremony.Prepare(hashes, new CeremonyEvent.Prepared("D2026-0001", 1, null, "market", Hash, [
    new FrozenTask("T1", engine.Root(frame, key, Hash).Hex, frame.Size, Sha(FrameFile.Write(frame)), Sha(Encoding.ASCII.GetBytes(key.Hex)), Design,
        Sha(Encoding.UTF8.GetBytes(Design)), 1, "{}", ImmutableSortedDictionary<string, long>.Empty.Add("deregistered", 2)),
]));
ceremony.Enrol(new CeremonyParty("drawing", SeedAssurance.DrawingRole, ContributionKind.Committed, "qiu", PartySignature.PublicKey(drawing)));
ceremony.Enrol(new CeremonyParty("witness", "witness", ContributionKind.Committed, "jian", PartySignature.PublicKey(witness)));
ceremony.Open(new OpeningDeadlines(start + Duration.FromHours(1), start + Duration.FromHours(2)), start);
Commit("drawing", "qiu", drawingValue, drawing, 5);
Commit("witness", "jian", witnessValue, witness, 6);
ceremony.Reveal("drawing", "qiu", drawingValue, start + Duration.FromMinutes(10));
ceremony.Reveal("witness", "jian", witnessValue, start + Duration.FromMinutes(11));

DrawResult result = engine.Draw(frame, DesignDocument.Parse(Design).Design, ceremony.Seed(), Hash);
RecordedDirectory directory = new(1, "{}", ceremony.Preparation.Tasks[0].LeftOut);
DrawRecord record = CeremonyRecord.Drawn(ceremony, [RecordBuilder.Task("T1", Design, result, directory)], start + Duration.FromMinutes(12));
byte[] auditor = RecordDocument.Write(record);
Digest digest = Digest.Of(SHA256.HashData(auditor));

Directory.CreateDirectory(folder);
Put("opening.json", Encoding.UTF8.GetBytes(ceremony.Opening!.Text));
Put("design.json", Encoding.UTF8.GetBytes(Design));
Put("frame.tsv", FrameFile.Write(frame));
Put("frame.key", Encoding.ASCII.GetBytes(key.Hex));
Put("auditor.json", auditor);
Put("record.json", RecordDocument.Write(record.ForPublic(digest)));
foreach (FrameUnit unit in frame.Units)
{
    Put($"{unit.Id}.json", RecordDocument.Write(record.ForSubject(digest, RecordBuilder.Subject(record, "T1", frame, key, unit.Id, engine, hashes)!)));
}

Console.WriteLine($"seed {ceremony.Seed()}");
foreach (CellResult cell in result.Cells)
{
    Console.WriteLine($"{cell.Expectation.Count.Cell} N={cell.Expectation.Count.Population} D={cell.Expectation.Count.Drawable} expected={cell.Expectation.ExpectedNano} size={cell.Size} cutoff={cell.Cutoff}");
}

Console.WriteLine($"selected {string.Join(' ', result.Selected.Select(s => s.Id))}; reserves {string.Join(' ', result.Reserves.Select(s => s.Id))}");

void Commit(string party, string person, string value, ECDsa own, int minutes)
{
    Digest commitment = SeedText.Commitment(ceremony.Opening!, party, value, Sha256.Instance);
    string signature = PartySignature.Sign(own, Encoding.UTF8.GetBytes(SeedText.CommitmentToSign(Digest.Parse(ceremony.OpeningDigest!), party, commitment)));
    ceremony.Commit(party, person, commitment, signature, start + Duration.FromMinutes(minutes));
}

static FrameUnit Unit(string id, string stratum, string @class, Standing standing = Standing.Drawable) => new(id, Stratum.Parse(stratum), @class, standing);

static ECDsa KeyOf(string words) => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = SHA256.HashData(Encoding.UTF8.GetBytes(words)) });

static string Sha(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

void Put(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder, name), bytes);
