using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EmbeddedDraw.Registry;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RandomInspection;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace EmbeddedDraw;

/// <summary>Draws among the registry's firms or officers: the list is frozen and the bureau bound to its value before a public value decides.</summary>
/// <param name="registry">The application's tables.</param>
/// <param name="clock">The application's clock.</param>
public sealed class FirmDraws(RegistryContext registry, TimeProvider clock)
{
    private const string Bureau = "bureau", Beacon = "beacon", Hash = "sha-256";
    private static readonly DrawHashes Hashes = new();

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Freezes the list and publishes the opening.</summary>
    /// <param name="among"><c>firms</c> or <c>officers</c>.</param>
    /// <param name="design">The design, as it will be published.</param>
    /// <param name="revealBy">Until when the bureau reveals its value, and from when the public value is fixed.</param>
    /// <param name="cancellation">Cancels it before anything is written.</param>
    /// <exception cref="InputRefusedException">The design is none, or the time has passed.</exception>
    public async Task<string> OpenAsync(string among, string design, Instant revealBy, CancellationToken cancellation)
    {
        Frame frame = Frame.Of(among == "officers"
            ? (await registry.Officers.Where(o => !o.Away).ToListAsync(cancellation)).Select(o => new FrameUnit(o.Number, Stratum.Parse(o.District), "1", Standing.Drawable))
            : (await registry.Firms.Where(f => !f.Closed).ToListAsync(cancellation)).Select(f => new FrameUnit(f.Number, Stratum.Parse(f.District), $"{f.Risk}", Standing.Drawable)));
        DrawEngine engine = new();
        FrameKey key = FrameKey.Of(RandomNumberGenerator.GetBytes(32));
        string id = $"D{Now.InUtc().Year}-{await registry.Draws.CountAsync(cancellation) + 1:0000}", own = RandomNumberGenerator.GetHexString(64, lowercase: true);
        _ = engine.Draw(frame, DesignDocument.Parse(design).Design, Seed.Parse(own), Hash); // what the list cannot give is refused before it is promised

        using ECDsa bureau = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CeremonyEvent.Prepared prepared = new(id, 1, null, Bureau, Hash, [
            new FrozenTask(among, engine.Root(frame, key, Hash).Hex, frame.Size, Sha(FrameFile.Write(frame)), Sha(Encoding.ASCII.GetBytes(key.Hex)), design, Sha(Encoding.UTF8.GetBytes(design)), 1, "{}", ImmutableSortedDictionary<string, long>.Empty),
        ]);
        DrawCeremony ceremony = DrawCeremony.Prepare(Hashes, prepared);
        List<CeremonyEvent> happened =
        [
            prepared,
            ceremony.Enrol(new CeremonyParty(Bureau, SeedAssurance.DrawingRole, ContributionKind.Committed, Bureau, PartySignature.PublicKey(bureau))),
            ceremony.Enrol(new CeremonyParty(Beacon, "public", ContributionKind.Public, Bureau, null, "公共随机信标 a public randomness beacon", "hex", "18446744073709551616", revealBy.ToString())),
            ceremony.Open(new OpeningDeadlines(revealBy - Duration.FromMilliseconds(1), revealBy), Now),
        ];
        Digest commitment = SeedText.Commitment(ceremony.Opening!, Bureau, own, Hashes[Hash]);
        string toSign = SeedText.CommitmentToSign(Digest.Parse(ceremony.OpeningDigest!), Bureau, commitment);
        happened.Add(ceremony.Commit(Bureau, Bureau, commitment, PartySignature.Sign(bureau, Encoding.UTF8.GetBytes(toSign)), Now));

        Registry.Draw draw = new() { Id = id, Among = among, Frame = FrameFile.Write(frame), FrameKey = key.Hex, OwnValue = own };
        registry.Draws.Add(draw);
        return await KeepAsync(draw, happened, cancellation);
    }

    /// <summary>Reveals the bureau's value.</summary>
    /// <param name="id">The draw.</param>
    /// <param name="cancellation">Cancels it before anything is written.</param>
    /// <exception cref="RefusalException">It is not the time for it.</exception>
    public async Task RevealAsync(string id, CancellationToken cancellation)
    {
        (Registry.Draw draw, DrawCeremony ceremony) = await FindAsync(id, cancellation);
        await KeepAsync(draw, [ceremony.Reveal(Bureau, Bureau, draw.OwnValue, Now)], cancellation);
    }

    /// <summary>Takes the public value and draws.</summary>
    /// <param name="id">The draw.</param>
    /// <param name="publicValue">The value in hex.</param>
    /// <param name="cancellation">Cancels it before anything is written.</param>
    /// <exception cref="RefusalException">It is not the time for it, or the value is none.</exception>
    public async Task DrawAsync(string id, string publicValue, CancellationToken cancellation)
    {
        (Registry.Draw draw, DrawCeremony ceremony) = await FindAsync(id, cancellation);
        CeremonyEvent entered = ceremony.EnterPublicValue(Beacon, Bureau, publicValue, Now);
        FrozenTask task = ceremony.Preparation.Tasks[0];
        DrawResult result = new DrawEngine().Draw(FrameFile.Read(draw.Frame), DesignDocument.Parse(task.Design).Design, ceremony.Seed(), Hash);
        DrawRecord record = CeremonyRecord.Drawn(ceremony, [RecordBuilder.Task(task.TaskId, task.Design, result, new RecordedDirectory(1, "{}", task.LeftOut))], Now);
        draw.Record = RecordDocument.Write(record);
        await KeepAsync(draw, [entered, ceremony.Draw(record, Now)], cancellation);
    }

    /// <summary>A draw with its ceremony.</summary>
    /// <param name="id">The draw.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="KeyNotFoundException">There is no such draw.</exception>
    public async Task<(Registry.Draw Draw, DrawCeremony Ceremony)> FindAsync(string id, CancellationToken cancellation)
    {
        Registry.Draw draw = await registry.Draws.Include(d => d.Steps).SingleOrDefaultAsync(d => d.Id == id, cancellation) ?? throw new KeyNotFoundException(id);
        return (draw, DrawCeremony.Replay(Hashes, [.. draw.Steps.OrderBy(s => s.Number).Select(s => (CeremonyEvent)DomainEvents.Codec.Decode(new EncodedEvent(s.Type, s.Data)))]));
    }

    /// <summary>What anybody may read of a draw.</summary>
    /// <param name="draw">The draw, drawn.</param>
    public static byte[] PublicRecord(Registry.Draw draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        return RecordDocument.Write(RecordDocument.Read(draw.Record!).ForPublic(Digest.Of(SHA256.HashData(draw.Record!))));
    }

    /// <summary>Recomputes a draw from its record, its frozen list and its key.</summary>
    /// <param name="draw">The draw, drawn.</param>
    public static RecordVerification Verify(Registry.Draw draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        return new RecordVerifier().Verify(
            draw.Record, new Dictionary<string, byte[]> { [draw.Among] = draw.Frame }, new Dictionary<string, FrameKey> { [draw.Among] = FrameKey.Parse(draw.FrameKey) });
    }

    private async Task<string> KeepAsync(Registry.Draw draw, IReadOnlyList<CeremonyEvent> happened, CancellationToken cancellation)
    {
        foreach (CeremonyEvent one in happened)
        {
            EncodedEvent encoded = DomainEvents.Codec.Encode(one);
            draw.Steps.Add(new DrawStep { DrawId = draw.Id, Number = draw.Steps.Count + 1, Type = encoded.Type, Data = encoded.Data });
        }

        await registry.SaveChangesAsync(cancellation);
        return draw.Id;
    }

    private static string Sha(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
