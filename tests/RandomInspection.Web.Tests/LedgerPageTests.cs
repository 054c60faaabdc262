using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>The public log in the portal: its checkpoint on a page, its proofs for machines, its tombstones in the trail.</summary>
public sealed class LedgerPageTests : IDisposable
{
    private static readonly SignatureAlgorithms Algorithms = new();

    private readonly ECDsa _logKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _witnessKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NoteKey WitnessKey => NoteKey.Of("audit.shenyang.example/w1", NoteKeyKind.Witness, EcdsaP256.PublicKey(_witnessKey), Algorithms);

    public void Dispose()
    {
        _logKey.Dispose();
        _witnessKey.Dispose();
    }

    [Fact]
    public async Task Start_LogThatGrew_CheckpointOnThePageAndVerifiable()
    {
        await using TemporaryStore store = await AtAsync("addTask");
        await using PageHost host = await HostAsync(store);
        CheckpointView signed = await CheckpointAsync(host, _ => true);
        Assert.Equal(CheckpointOccasion.Start, signed.Occasion);
        using PageReader anybody = host.Reader();
        NoteKey key = NoteKey.Parse((await anybody.OpenAsync("/ledger/key.txt")).Html.TrimEnd('\n'), Algorithms);
        SignedNote note = SignedNote.Parse(Encoding.UTF8.GetBytes((await anybody.OpenAsync("/ledger/checkpoint.txt")).Html));
        note.Require(key);
        Assert.Equal(signed.Note, note.ToString());
        Assert.Equal(signed.Note, (await anybody.OpenAsync($"/ledger/checkpoints/{signed.Size}.txt")).Html);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync("/ledger/checkpoints/999999.txt")).Status);

        Page page = await anybody.OpenAsync("/ledger");
        Assert.Contains(note.Signatures[0].ToString(), page.Text, StringComparison.Ordinal);
        Assert.Contains(PublicKeyText.Fingerprint(key.Key), page.Text, StringComparison.Ordinal);
        Assert.Contains("/ledger", (await anybody.OpenAsync("/")).Html, StringComparison.Ordinal);
        Page chinese = await anybody.OpenAsync("/ledger?lang=zh");
        Assert.True(chinese.Status is HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.SeeOther, $"{chinese.Status}");
        Assert.Contains("最新检查点", (await anybody.OpenAsync("/ledger")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proofs_GrowthAndEntries_HoldAndWhatIsNotThereIsNotFound()
    {
        await using TemporaryStore store = await AtAsync("addTask");
        await using PageHost host = await HostAsync(store);
        CheckpointView signed = await CheckpointAsync(host, _ => true);
        ImmutableArray<LedgerEntry> entries = await host.Get<ILedger>().ReadAsync(LedgerLog.Public, 0, 100, Cancellation);
        using PageReader anybody = host.Reader();
        foreach (LedgerEntry entry in entries.Take((int)signed.Size))
        {
            EntryProof proof = EntryProof.Parse(Encoding.UTF8.GetBytes((await anybody.OpenAsync($"/ledger/proofs/{entry.Sequence}.txt")).Html));
            Assert.True(proof.Holds(LedgerLeaf.Bytes(entry)));

            // What only those of the trail may read is not handed out here.
            bool isPublic = entry.Stream is Checkpoints.Stream or SealedLedger.Commitments or Publications.Stream;
            Page leaf = await anybody.OpenAsync($"/ledger/entries/{entry.Sequence}.json");
            Assert.Equal(isPublic ? HttpStatusCode.OK : HttpStatusCode.NotFound, leaf.Status);
            if (isPublic)
            {
                Assert.Equal(Encoding.UTF8.GetString(LedgerLeaf.Bytes(entry)), leaf.Html);
            }
        }

        GrowthProof growth = GrowthProof.Parse(Encoding.UTF8.GetBytes((await anybody.OpenAsync("/ledger/growth.txt?from=1")).Html));
        Assert.True(growth.Holds(await host.Get<ILedger>().HeadAtAsync(LedgerLog.Public, 1, Cancellation)));
        foreach (string path in (string[])["/ledger/proofs/999999.txt", "/ledger/proofs/0.txt", "/ledger/proofs/x.txt", "/ledger/growth.txt?from=999999", "/ledger/growth.txt", "/ledger/growth.txt?from=-1", "/ledger/entries/999999.json"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Cosignatures_KnownWitness_ShownOnThePageAndOthersRefused()
    {
        await using TemporaryStore store = await AtAsync("addTask");
        await using PageHost host = await HostAsync(store);
        await CheckpointAsync(host, _ => true);
        using PageReader anybody = host.Reader();
        GrowthProof growth = GrowthProof.Parse(Encoding.UTF8.GetBytes((await anybody.OpenAsync("/ledger/growth.txt?from=0")).Html));
        WitnessFinding.Grown grown = Assert.IsType<WitnessFinding.Grown>(Witness.Judge(host.Get<CheckpointSigner>().Key!, null, growth));
        SignedNote cosigned = await Witness.CosignAsync(WitnessKey.Name, grown, new EcdsaP256Signer(_witnessKey), Algorithms, Way.Morning, Cancellation);

        Page refused = await anybody.SendAsync("/ledger/cosignatures", new StringContent(growth.Note.ToString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "RI6020"), (refused.Status, refused.Html[..6]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anybody.SendAsync("/ledger/cosignatures", new StringContent("no note"))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await anybody.SendAsync("/ledger/cosignatures", new StringContent(new string('x', 70_000)))).Status);

        Page taken = await anybody.SendAsync("/ledger/cosignatures", new StringContent(cosigned.ToString()));
        Assert.Equal((HttpStatusCode.OK, cosigned.ToString()), (taken.Status, taken.Html));
        Assert.Equal(cosigned.ToString(), (await anybody.OpenAsync("/ledger/checkpoint.txt")).Html);
        Assert.Contains(WitnessKey.Name, (await anybody.OpenAsync("/ledger")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draw_InThePublicLog_CheckpointFollows()
    {
        await using TemporaryStore store = await AtAsync("enterPublic");
        await using PageHost host = await HostAsync(store);
        await CheckpointAsync(host, _ => true);
        await host.Get<DrawWorkflow>().DrawAsync(Way.Operator with { At = Way.Morning + Duration.FromHours(3) }, Way.DrawId, Cancellation);
        CheckpointView signed = await CheckpointAsync(host, row => row.Occasion == CheckpointOccasion.Draw);
        LedgerEntry drawn = (await host.Get<ILedger>().ReadStreamAsync($"draw/{Way.DrawId}", Cancellation))[^1];
        Assert.Equal("draw.drawn", drawn.Type);
        Assert.True(signed.Size >= drawn.Sequence);
    }

    [Fact]
    public async Task Start_AnyDay_SealedLogIsCommittedToOnce()
    {
        await using TemporaryStore store = await AtAsync("begin");
        await using (PageHost host = await HostAsync(store))
        {
            await CheckpointAsync(host, _ => true);
        }

        await using PageHost again = await HostAsync(store);
        await Task.Delay(500, Cancellation);
        LedgerEntry committed = Assert.Single(await again.Get<ILedger>().ReadStreamAsync(SealedLedger.Commitments, Cancellation));
        Assert.Equal(new LocalDate(2026, 11, 23), ((SealedEvent.Committed)DomainEvents.Codec.Decode(committed)).Day);
    }

    [Fact]
    public async Task SealedPage_DaysSecretAndOpened_ShownWithTheCommandThatChecksThem()
    {
        await using TemporaryStore store = await AtAsync("begin");
        await using PageHost host = await HostAsync(store);
        await CheckpointAsync(host, _ => true);
        SealedLedger heads = host.Get<SealedLedger>();
        LocalDate first = new(2026, 12, 1);
        for (int day = 0; day < 61; day++)
        {
            await heads.CommitAsync(first.PlusDays(day), Way.Morning + Duration.FromDays(8 + day), Cancellation);
        }

        SealedHead opened = await heads.OpenAsync(new Actor("shou", Role.AuthorityHead), Way.Morning + Duration.FromDays(90), first.PlusDays(59), Cancellation);
        using PageReader anybody = host.Reader();
        Page page = await anybody.OpenAsync("/ledger/sealed");
        foreach (string shown in new[] { opened.Root, opened.Salt, opened.Commit(), "secret", "opened, and it gives the commitment", $"2027-01-29 {opened.Size} {opened.Root} {opened.Salt} | sha256sum" })
        {
            Assert.Contains(shown, page.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("2026-12-01", page.Text, StringComparison.Ordinal);
        Page earlier = await anybody.OpenAsync("/ledger/sealed?before=2026-12-02");
        Assert.Contains("2026-12-01", earlier.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-12-02", earlier.Text, StringComparison.Ordinal);
        Assert.Contains("/ledger/sealed", (await anybody.OpenAsync("/ledger")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await anybody.OpenAsync("/ledger/sealed?before=nie")).Status);
    }

    [Fact]
    public async Task SealedPage_HeadOpensADay_ShownToEverybodyAndOnlyTheHeadHasTheButton()
    {
        await using TemporaryStore store = await AtAsync("begin");
        await using PageHost host = await HostAsync(store);
        await CheckpointAsync(host, _ => true);
        using PageReader anybody = host.Reader();
        Assert.DoesNotContain("Open a day", (await anybody.OpenAsync("/ledger/sealed")).Text, StringComparison.Ordinal);
        using PageReader head = await host.SignedInAsync("shou");
        Page page = await head.OpenAsync("/ledger/sealed");
        Assert.Contains("Open a day's commitment", page.Text, StringComparison.Ordinal);
        Assert.Contains("RI6035", (await head.SendAsync(page, "open", ("Opening", "2026-11-22"))).Text, StringComparison.Ordinal);
        Assert.Contains("RI6035", (await head.SendAsync(page, "open", ("Opening", "nie"))).Text, StringComparison.Ordinal);

        await head.SendAsync(page, "open", ("Opening", "2026-11-23"));
        SealedHead opened = (await host.Get<SealedLedger>().FindAsync(new LocalDate(2026, 11, 23), Cancellation)).Opened!;
        string shown = (await anybody.OpenAsync("/ledger/sealed")).Text;
        Assert.Contains("opened, and it gives the commitment", shown, StringComparison.Ordinal);
        Assert.Contains(opened.Salt, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_HostWithoutAKey_SaysThatThereIsNoCheckpoint()
    {
        await using TemporaryStore store = await AtAsync("begin");
        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader anybody = host.Reader();
        Assert.Contains("There is no checkpoint yet", (await anybody.OpenAsync("/ledger")).Text, StringComparison.Ordinal);
        foreach (string path in (string[])["/ledger/checkpoint.txt", "/ledger/key.txt", "/ledger/growth.txt?from=0", "/ledger/proofs/1.txt"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Published_ByCursor_PagesWithoutGap()
    {
        await using TemporaryStore store = await AtAsync("publishResult");
        await using PageHost host = await HostAsync(store);
        await host.Get<DisclosureWorkflow>().PublishAsync(Way.As(Role.Publisher), $"list-{Way.DrawId}", "门户", Cancellation);
        using PageReader anybody = host.Reader();
        List<string> seen = [];
        for (long cursor = 0; ;)
        {
            using JsonDocument page = JsonDocument.Parse((await anybody.OpenAsync($"/published.json?after={cursor}&most=1")).Html);
            Assert.Equal(cursor, page.RootElement.GetProperty("after").GetInt64());
            JsonElement[] items = [.. page.RootElement.GetProperty("items").EnumerateArray()];
            if (items.Length == 0)
            {
                Assert.Equal(cursor, page.RootElement.GetProperty("next").GetInt64());
                break;
            }

            Assert.Equal(++cursor, items[0].GetProperty("number").GetInt64());
            Assert.Equal(cursor, page.RootElement.GetProperty("next").GetInt64());
            seen.Add(items[0].GetProperty("about").GetString()!);
        }

        Assert.Equal([Way.VisitId, Way.DrawId], seen);
        foreach (string query in (string[])["after=x", "after=-1", "after=", "after=1&most=y", "after=99999999999999999999"])
        {
            var refused = await anybody.OpenAsync($"/published.json?{query}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("RI6022", refused.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Personal_KeptThenErased_TextThenTombstoneOnPagesAndTrail()
    {
        await using TemporaryStore store = await AtAsync("decideRecusal");
        await using PageHost host = await HostAsync(store);
        await CheckpointAsync(host, _ => true);
        using PageReader head = await host.SignedInAsync(Way.Head.Person.Id);
        Page before = await head.OpenAsync($"/recusals/{Way.RecusalId}");
        Assert.Contains("近亲属在该单位任职", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("personal:", before.Text, StringComparison.Ordinal);

        Recusal recusal = await host.Get<RecusalWorkflow>().FindAsync(Way.RecusalId, Cancellation);
        await host.Get<PersonalErasures>().EraseAboutAsync(
            new Actor("admin", Role.Administrator), Way.Morning, PersonalPieces.AboutInspector(recusal.Request.Inspector), "个人信息保护法 第四十七条", Cancellation);
        Page after = await head.OpenAsync($"/recusals/{Way.RecusalId}");
        Assert.DoesNotContain("近亲属在该单位任职", after.Text, StringComparison.Ordinal);
        Assert.Contains("[personal data, erased", after.Text, StringComparison.Ordinal);

        using PageReader administrator = await host.SignedInAsync(Way.As(Role.Administrator).Person.Id);
        Page tombstones = await administrator.OpenAsync("/personal");
        Assert.Contains("个人信息保护法 第四十七条", tombstones.Text, StringComparison.Ordinal);
        Page refused = await administrator.SendAsync(tombstones, "erase", ("Input.Kind", "inspector"), ("Input.Id", recusal.Request.Inspector), ("Input.Basis", "again"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("RI6030", refused.Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await head.OpenAsync("/personal")).Status);

        Page trail = await head.OpenAsync($"/tasks/{Way.TaskId}/trail");
        Assert.Contains("/ledger/proofs/1.txt\"", trail.Html, StringComparison.Ordinal);
        Assert.Contains("\"salt\":\"", trail.Text, StringComparison.Ordinal);
    }

    private static async Task<TemporaryStore> AtAsync(string step)
    {
        TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync(step);
        return store;
    }

    /// <summary>The newest checkpoint that fits, once the host has signed it.</summary>
    private static async Task<CheckpointView> CheckpointAsync(PageHost host, Func<CheckpointView, bool> fits)
    {
        for (int tries = 0; ; tries++)
        {
            if (await host.Get<Checkpoints>().NewestAsync(Cancellation) is { } newest && fits(newest))
            {
                return newest;
            }

            Assert.True(tries < 300, string.Join('\n', host.Log.Of("LedgerService").Select(line => line.Text)));
            await Task.Delay(100, Cancellation);
        }
    }

    private Task<PageHost> HostAsync(TemporaryStore store) => PageHost.StartAsync(Way.Morning, store.File, services =>
    {
        services.AddSingleton<ISigner>(new EcdsaP256Signer(_logKey));
        services.AddSingleton(provider => new CheckpointSigner("amr.shenyang.example/ledger", Algorithms, provider.GetRequiredService<ISigner>(), WitnessKey.ToString()));
    });
}
