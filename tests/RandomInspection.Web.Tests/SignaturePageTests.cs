using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>Signatures as documents beside the records, and the page of the key that made them.</summary>
public sealed class SignaturePageTests
{
    private const string Draw = $"/draws/{Way.DrawId}";
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly string PublicKey = EcdsaP256.PublicKey(Key);

    [Fact]
    public async Task Drawn_SignedDocuments_LinkedAndVerifyWithTheKeyOfThePage()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync(first: Signs);
        await using PageHost host = await AfterAsync(store, Signs);
        using PageReader anybody = host.Reader();
        Page page = await anybody.OpenAsync(Draw);
        foreach (string document in (string[])["opening", "record"])
        {
            Assert.Contains($"href=\"{Draw}/{document}.sig.json\"", page.Html, StringComparison.Ordinal);
            DetachedSignature signature = DetachedSignature.Parse(Encoding.UTF8.GetBytes((await anybody.OpenAsync($"{Draw}/{document}.sig.json")).Html));
            byte[] signed = Encoding.UTF8.GetBytes((await anybody.OpenAsync($"{Draw}/{document}.json")).Html);
            Assert.Equal(PublicKey, signature.Key);
            Assert.True(new SignatureAlgorithms().Verify(signature.Algorithm, signature.Key, signed, signature.Signature));
        }

        Assert.Contains($"data-signature-url=\"{Draw}/record.sig.json\"", page.Html, StringComparison.Ordinal);
        Assert.Contains($"data-opening-signature-url=\"{Draw}/opening.sig.json\"", page.Html, StringComparison.Ordinal);
        Page keys = await anybody.OpenAsync("/signing-keys");
        Assert.Contains(PublicKey, keys.Text, StringComparison.Ordinal);
        Assert.Contains(PublicKeyText.Fingerprint(PublicKey), keys.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditorsAndSubjectsSignatures_OnlyForAuditors()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync(first: Signs);
        await using PageHost host = await AfterAsync(store, Signs);
        using PageReader anybody = host.Reader();
        using PageReader auditor = await host.SignedInAsync(Way.As(Role.ResultAuditor).Person.Id);
        string code = RecordDocument.Read(Encoding.UTF8.GetBytes((await anybody.OpenAsync($"{Draw}/record.json")).Html)).Tasks[0].Selected[0].Id;
        foreach (string path in (string[])[$"{Draw}/auditor/record.sig.json", $"{Draw}/subject.sig.json?code={code}"])
        {
            Assert.NotEqual(HttpStatusCode.OK, (await anybody.OpenAsync(path)).Status);
            Assert.Equal(PublicKey, DetachedSignature.Parse(Encoding.UTF8.GetBytes((await auditor.OpenAsync(path)).Html)).Key);
        }
    }

    [Fact]
    public async Task Drawn_HostWithoutAKey_SaysNotSigned()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using PageHost host = await AfterAsync(store, null);
        using PageReader anybody = host.Reader();
        Page page = await anybody.OpenAsync(Draw);
        Assert.Contains("(not signed)", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("signature-url", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync($"{Draw}/record.sig.json")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync($"{Draw}/opening.sig.json")).Status);
        Assert.Contains("There is no signing key", (await anybody.OpenAsync("/signing-keys")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawn_ClassesWithheldOrPublished_ColumnOnlyWherePublished()
    {
        await using TemporaryStore withheld = await TemporaryStore.CreateAsync();
        await using PageHost closed = await AfterAsync(withheld, null);
        using PageReader first = closed.Reader();
        Assert.DoesNotContain("data-label=\"Class\"", (await first.OpenAsync(Draw)).Html, StringComparison.Ordinal);

        await using TemporaryStore published = await TemporaryStore.CreateAsync(first: services => services.AddSingleton(new PublicationRules(ClassPublication.Published)));
        await using PageHost open = await AfterAsync(published, null);
        using PageReader second = open.Reader();
        Assert.Contains("data-label=\"Class\"", (await second.OpenAsync(Draw)).Html, StringComparison.Ordinal);
    }

    private static void Signs(IServiceCollection services) => services.AddSingleton<ISigner>(new EcdsaP256Signer(Key));

    private static async Task<PageHost> AfterAsync(TemporaryStore store, Action<IServiceCollection>? first)
    {
        using Way way = new(store);
        await way.GoAsync("draw");
        return await PageHost.StartAsync(Way.Morning, store.File, first);
    }
}
