using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RandomInspection.Drawing;

namespace RandomInspection.TestKit;

/// <summary>What every draw engine does: the same bytes as every other implementation, wherever and however often it is asked.</summary>
internal static class DrawCases
{
    private const string Specification = "random-inspection-draw/1";
    private const string Sha256 = "sha-256";

    /// <summary>Names whose order by bytes is not that of UTF-16.</summary>
    private static readonly string[] Partitions = ["沈河区", "A", "𠮷", "Ａ"];

    public static ConformanceContract<IDrawEngine> Contract { get; } = new(
        typeof(IDrawEngine),
        "DRAW",
        "抽取引擎",
        "Draw engine",
        new("DRAW-01", "已知答案：名单的根", "Known answers: roots of frames", Specification + " §1", RootsAsync),
        new("DRAW-02", "已知答案：单元格、入选与递补", "Known answers: cells, selection and reserves", Specification + " §2, §4–§6", ResultsAsync),
        new("DRAW-03", "已知答案：国密 SM3 下亦同", "Known answers: the same under SM3", Specification + " Terms (H)", Sm3Async),
        new("DRAW-04", "包含证明由叶至根，查无此人则无证明", "Inclusion proofs lead from the leaf to the root; nobody has none", Specification + " §1", ProofsAsync),
        new("DRAW-05", "期望数只取决于计数，与次序无关，且与抽取一致", "Expected counts follow from counts in any order, and are those of the draw", Specification + " §2", ExpectationsAsync),
        new("DRAW-06", "分区的根与分区次序无关，单一分区即其自身之根", "The root over partitions is free of their order; one partition's is its own", Specification + " §1", PartitionsAsync),
        new("DRAW-07", "空名单：根为空消息之哈希，只能抽零个", "An empty frame has the root of nothing, and nobody is drawn from it", Specification + " §1", EmptyAsync),
        new("DRAW-08", "不认识的哈希与不相容的方案被拒绝", "An unknown hash and a design that does not fit are refused", Specification + " §2", RefusalsAsync),
        new("DRAW-09", "任何区域设置下结果相同，并发亦然", "Under every culture and for many at once the result is the same", "IDrawEngine", EverywhereAsync),
        new("DRAW-10", "大名单：入选者即各单元格票号最小者，与直接计算一致", "A large frame: the selected are those of the smallest tickets, as computed the plain way", Specification + " §4, §6", ManyAsync));

    private static ImmutableArray<string> Names => Vectors.Names("draw", ".opening.json");

    private static Task RootsAsync(Trial<IDrawEngine> trial)
    {
        foreach ((string name, JsonElement facts, Frame frame, _) in OfHash(Sha256))
        {
            Expect.Equal(Text(facts, "frameRoot"), trial.Subject.Root(frame, FrameKey.Parse(Text(facts, "frameKey")), Sha256).Hex, $"Root of {name}");
        }

        return Task.CompletedTask;
    }

    private static Task ResultsAsync(Trial<IDrawEngine> trial)
    {
        foreach ((string name, JsonElement facts, Frame frame, DrawDesign design) in OfHash(Sha256))
        {
            Expect.Same(Published(facts), Lines(trial.Subject.Draw(frame, design, Seed.Parse(Text(facts, "seed")), Sha256)), $"Result of {name}");
        }

        return Task.CompletedTask;
    }

    private static Task Sm3Async(Trial<IDrawEngine> trial)
    {
        try
        {
            trial.Subject.Root(Frame.Of([]), FrameKey.Parse(new string('0', 64)), "sm3");
        }
        catch (InputRefusedException refused) when (refused.Refusal.Code == "RI1302")
        {
            throw new NotApplicableException("此引擎未配 SM3。", "This engine was not given SM3.");
        }

        foreach ((string name, JsonElement facts, Frame frame, DrawDesign design) in OfHash("sm3"))
        {
            Expect.Equal(Text(facts, "frameRoot"), trial.Subject.Root(frame, FrameKey.Parse(Text(facts, "frameKey")), "sm3").Hex, $"Root of {name}");
            Expect.Same(Published(facts), Lines(trial.Subject.Draw(frame, design, Seed.Parse(Text(facts, "seed")), "sm3")), $"Result of {name}");
        }

        return Task.CompletedTask;
    }

    private static Task ProofsAsync(Trial<IDrawEngine> trial)
    {
        foreach ((string name, JsonElement facts, Frame frame, _) in OfHash(Sha256))
        {
            FrameKey key = FrameKey.Parse(Text(facts, "frameKey"));
            foreach (int place in new[] { 0, frame.Size / 2, frame.Size - 1 })
            {
                FrameUnit unit = frame.Units[place];
                InclusionProof proof = trial.Subject.Prove(frame, key, Sha256, unit.Id) ?? throw new ConformanceException($"{name}: no proof of {unit.Id}.");
                string salt = Hex(Encoding.ASCII.GetBytes(key.Hex + unit.Id))[..32];
                Expect.Equal((salt, (long)place, (long)frame.Size, unit), (proof.Salt, proof.LeafIndex, proof.FrameSize, proof.Unit), $"Proof of {unit.Id} in {name}");
                byte[] leaf = SHA256.HashData([0x00, .. Encoding.UTF8.GetBytes($"{salt}\t{unit}")]);
                string root = Convert.ToHexStringLower(Climb(leaf, place, frame.Size, [.. proof.Path.Select(d => Convert.FromHexString(d.Hex))]));
                Expect.Equal(Text(facts, "frameRoot"), root, $"Where the proof of {unit.Id} in {name} leads");
            }

            Expect.Equal(null, trial.Subject.Prove(frame, key, Sha256, "nobody"), $"Proof of nobody in {name}");
        }

        return Task.CompletedTask;
    }

    private static Task ExpectationsAsync(Trial<IDrawEngine> trial)
    {
        foreach ((string name, JsonElement facts, Frame frame, DrawDesign design) in OfHash(Sha256))
        {
            ImmutableArray<CellExpectation> due = trial.Subject.Expect(frame.Cells, design);
            Expect.Same(due, trial.Subject.Expect([.. frame.Cells.Reverse()], design), $"Expected counts of {name}, cells the other way round");
            Expect.Same(
                facts.GetProperty("result").GetProperty("cells").EnumerateArray().Select(c => Text(c, "expectedNano")),
                due.Select(c => c.ExpectedNano.ToString(CultureInfo.InvariantCulture)),
                $"Expected counts of {name}");
        }

        return Task.CompletedTask;
    }

    private static Task PartitionsAsync(Trial<IDrawEngine> trial)
    {
        FramePartition[] parts = [.. Partitions.Select((name, n) => new FramePartition(name, Digest.Of(SHA256.HashData([(byte)n])), n))];
        FramePartition[] byName = [.. parts.OrderBy(p => Convert.ToHexString(Encoding.UTF8.GetBytes(p.Name)), StringComparer.Ordinal)];
        byte[][] leaves = [.. byName.Select(p => SHA256.HashData([0x00, .. Encoding.UTF8.GetBytes($"{p.Name}\t{p.Root.Hex}\t{p.Size.ToString(CultureInfo.InvariantCulture)}")]))];
        string due = Convert.ToHexStringLower(Node(Node(leaves[0], leaves[1]), Node(leaves[2], leaves[3])));
        Expect.Equal(due, trial.Subject.Root([.. parts], Sha256).Hex, "Root over four partitions");
        Expect.Equal(due, trial.Subject.Root([.. parts.Reverse()], Sha256).Hex, "Root over four partitions, the other way round");
        Expect.Equal(parts[1].Root, trial.Subject.Root([parts[1]], Sha256), "Root of one partition");
        Expect.Refuses("RI1109", () => trial.Subject.Root([parts[0], parts[1], parts[0]], Sha256), "A name that stands twice");
        return Task.CompletedTask;
    }

    private static Task EmptyAsync(Trial<IDrawEngine> trial)
    {
        Frame empty = Frame.Of([]);
        Expect.Equal(Hex([]), trial.Subject.Root(empty, FrameKey.Parse(new string('1', 64)), Sha256).Hex, "Root of an empty frame");
        DrawResult nobody = trial.Subject.Draw(empty, Fixed(0), Seed.Parse(new string('2', 64)), Sha256);
        Expect.Equal((0, 0, 0), (nobody.Cells.Length, nobody.Selected.Count, nobody.Reserves.Length), "Cells, selected and reserves of an empty frame");
        return Task.CompletedTask;
    }

    private static Task RefusalsAsync(Trial<IDrawEngine> trial)
    {
        Frame frame = Large(50);
        Seed seed = Seed.Parse(new string('2', 64));
        Expect.Refuses("RI1302", () => trial.Subject.Draw(frame, Fixed(5), seed, "md5"), "A draw with an unknown hash");
        Expect.Refuses("RI1302", () => trial.Subject.Root(frame, FrameKey.Parse(new string('1', 64)), "SHA-256"), "A root with an unknown hash");
        foreach (DrawDesign design in new[] { Fixed(51), Fixed(5) with { MinimumPerStratum = 49 }, new DrawDesign.Fixed(5, ImmutableSortedDictionary<string, int>.Empty) })
        {
            RefusalException refused = Expect.ThrowsAsync<RefusalException>(
                () =>
                {
                    trial.Subject.Draw(frame, design, seed, Sha256);
                    return Task.CompletedTask;
                },
                $"The design {design}").GetAwaiter().GetResult();
            Expect.True(string.CompareOrdinal(refused.Refusal.Code, "RI1210") >= 0 && string.CompareOrdinal(refused.Refusal.Code, "RI1215") <= 0, $"{refused.Refusal.Code} is one of RI1210 to RI1215");
        }

        return Task.CompletedTask;
    }

    private static async Task EverywhereAsync(Trial<IDrawEngine> trial)
    {
        Frame frame = Large(400);
        Elsewhere.SameInEveryCulture(Answer, "Result");
        await Elsewhere.SameAtOnceAsync(trial.Settings.AtOnce, Answer, "Result");

        string Answer() => string.Join('\n', Lines(trial.Subject.Draw(frame, Fixed(37) with { ReservesPerCell = 2 }, Seed.Parse(new string('a', 64)), Sha256)));
    }

    private static Task ManyAsync(Trial<IDrawEngine> trial)
    {
        Frame frame = Large(trial.Settings.Rows);
        Seed seed = Seed.Parse(Hex("kit"u8));
        DrawResult result = trial.Subject.Draw(frame, Fixed(trial.Settings.Rows / 20) with { ReservesPerCell = 3 }, seed, Sha256);
        Dictionary<Cell, (string Ticket, string Id)[]> inTicketOrder = frame.Units.Where(u => u.Standing == Standing.Drawable)
            .GroupBy(u => new Cell(u.Stratum, u.Class))
            .ToDictionary(c => c.Key, c => c.Select(u => (Ticket: Hex(Encoding.ASCII.GetBytes(seed.Hex + u.Id)), u.Id)).Order().ToArray());
        Expect.Equal(trial.Settings.Rows / 20L, result.Cells.Sum(c => c.Size), "Units selected");
        foreach (CellResult cell in result.Cells)
        {
            BigInteger nano = BigInteger.Parse(cell.Expectation.ExpectedNano.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), whole = nano / 1_000_000_000;
            Expect.True(cell.Size == whole || (cell.Size == whole + 1 && nano % 1_000_000_000 > 0), $"{cell.Size} of {cell.Expectation.Count.Cell} is the floor or the ceiling of {nano} nano");
        }

        Expect.Same(
            result.Cells.SelectMany(c => (inTicketOrder.GetValueOrDefault(c.Expectation.Count.Cell) ?? []).Take((int)c.Size)).Order().Select(u => $"{u.Ticket} {u.Id}"),
            result.Selected.Select(s => $"{s.Ticket} {s.Id}"),
            "Selected units in ticket order");
        Expect.Same(
            result.Cells.Where(c => c.Expectation.ExpectedNano > 0).SelectMany(c => inTicketOrder[c.Expectation.Count.Cell].Skip((int)c.Size).Take(3)).Select(u => $"{u.Ticket} {u.Id}"),
            result.Reserves.Select(r => $"{r.Ticket} {r.Id}"),
            "Reserves in the order of cells");
        return Task.CompletedTask;
    }

    private static IEnumerable<(string Name, JsonElement Facts, Frame Frame, DrawDesign Design)> OfHash(string hash) => Names
        .Select(name => (name, Vectors.Json($"draw/{name}.json")))
        .Where(v => Text(v.Item2, "hash") == hash)
        .Select(v => (v.name, v.Item2, FrameFile.Read(Vectors.Bytes($"draw/{v.name}.frame.tsv")), DesignDocument.Parse(Vectors.Bytes($"draw/{v.name}.design.json")).Design));

    private static string[] Published(JsonElement facts)
    {
        JsonElement result = facts.GetProperty("result");
        return
        [
            .. Of("cells", "stratum", "class", "population", "drawable", "expectedNano", "size", "cutoff"),
            .. Of("selected", "ticket", "id"),
            .. Of("reserves", "stratum", "class", "ticket", "id"),
        ];

        IEnumerable<string> Of(string list, params string[] members) =>
            result.GetProperty(list).EnumerateArray().Select(one => string.Join('|', members.Select(m => one.GetProperty(m).ToString())));
    }

    private static string[] Lines(DrawResult result) =>
    [
        .. result.Cells.Select(c => string.Create(
            CultureInfo.InvariantCulture,
            $"{c.Expectation.Count.Cell.Stratum}|{c.Expectation.Count.Cell.Class}|{c.Expectation.Count.Population}|{c.Expectation.Count.Drawable}|{c.Expectation.ExpectedNano}|{c.Size}|{c.Cutoff}")),
        .. result.Selected.Select(s => $"{s.Ticket}|{s.Id}"),
        .. result.Reserves.Select(r => $"{r.Cell.Stratum}|{r.Cell.Class}|{r.Ticket}|{r.Id}"),
    ];

    private static Frame Large(int units) => Frame.Of(Enumerable.Range(0, units).Select(n => new FrameUnit(
        Scene.Code(n), Stratum.Parse((n % 3) switch { 0 => "沈河区/H", 1 => "沈河区/F", _ => "𠮷野/H" }), "ABCD"[n / 3 % 4].ToString(), n % 11 == 0 ? Standing.Resting : Standing.Drawable)));

    private static DrawDesign.Fixed Fixed(int size) =>
        new(size, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [new("A", 1), new("B", 2), new("C", 4), new KeyValuePair<string, int>("D", 0)]));

    private static string Text(JsonElement facts, string member) => facts.GetProperty(member).GetString()!;

    private static string Hex(ReadOnlySpan<byte> message) => Convert.ToHexStringLower(SHA256.HashData(message));

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([0x01, .. left, .. right]);

    /// <summary>The root by the recursive split of RFC 9162, from the top down.</summary>
    private static byte[] Climb(byte[] leaf, int place, int size, ReadOnlySpan<byte[]> path)
    {
        if (size == 1)
        {
            return path.IsEmpty ? leaf : throw new ConformanceException("The proof is longer than its way to the root.");
        }

        if (path.IsEmpty)
        {
            throw new ConformanceException("The proof is shorter than its way to the root.");
        }

        int left = 1;
        while (left * 2 < size)
        {
            left *= 2;
        }

        return place < left ? Node(Climb(leaf, place, left, path[..^1]), path[^1]) : Node(path[^1], Climb(leaf, place - left, size - left, path[..^1]));
    }
}
