using System.Net;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>An upload that nobody confirms is removed after a day.</summary>
public sealed class UploadTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 10, 1, 0);
    private static readonly byte[] Table = Encoding.UTF8.GetBytes("统一社会信用代码,名称\n91210100MA0P4BHR4X,甲\n");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(23, true)]
    [InlineData(25, false)]
    public async Task Sweep_UploadNeverConfirmed_RemovedAfterADay(int hoursLater, bool isKept)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        string digest = Convert.ToHexStringLower(SHA256.HashData(Table));
        await using (PageHost host = await PageHost.StartAsync(Now, store.File))
        {
            using PageReader keeper = await host.SignedInAsync("ku");
            Page form = await keeper.OpenAsync("/directories/import");
            using MultipartFormDataContent content = new();
            foreach ((string name, string value) in form.HiddenOf("upload", []))
            {
                content.Add(new StringContent(value), name);
            }

            content.Add(new ByteArrayContent(Table), "Table", "subjects.csv");
            Assert.Equal(HttpStatusCode.Found, (await keeper.SendAsync("/directories/import", content)).Status);
            Assert.NotNull(await host.Get<IEvidenceStore>().GetAsync(digest, Cancellation));
        }

        // a restart: the sweep looks when the host starts
        await using PageHost later = await PageHost.StartAsync(Now + Duration.FromHours(hoursLater), store.File);
        for (int i = 0; i < 100 && !isKept && await later.Get<IEvidenceStore>().GetAsync(digest, Cancellation) is not null; i++)
        {
            await Task.Delay(50, Cancellation);
        }

        Assert.Equal(isKept, await later.Get<IEvidenceStore>().GetAsync(digest, Cancellation) is not null);
    }
}
