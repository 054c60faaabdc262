using Microsoft.Extensions.DependencyInjection;
using OwnStore;
using RandomInspection.TestKit;

namespace RandomInspection.Tests;

/// <summary>The store, each in a folder of its own.</summary>
internal static class Journals
{
    public static ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => OpenAsync(Directory.CreateTempSubdirectory("ri-own-").FullName, ownsFolder: true, cancellation);

    private static async ValueTask<StoreUnderTest> OpenAsync(string folder, bool ownsFolder, CancellationToken cancellation)
    {
        JournalStore? journal = null;
        StoreUnderTest store = await StoreUnderTest.OpenAsync(
            builder => builder.UseOwnStore(Path.Combine(folder, "own.db")),
            (services, _) =>
            {
                journal = services.GetRequiredService<JournalStore>();
                return Task.CompletedTask;
            },
            cancellation);
        return new StoreUnderTest(store.Ledger, store.Views, store.Subjects, store.Inspectors, store.PersonalTexts, store.Evidence, DisposeAsync)
        {
            Requests = store.Requests,
            Reopen = async again =>
            {
                await store.DisposeAsync();
                return await OpenAsync(folder, ownsFolder: false, again);
            },
            CrashBeforeCommit = async (commit, again) =>
            {
                // The files as they are when everything is written and nothing committed are what a dead process leaves.
                string left = Directory.CreateTempSubdirectory("ri-own-").FullName;
                journal!.BeforeCommit = () =>
                {
                    foreach (string file in Directory.GetFiles(folder))
                    {
                        File.Copy(file, Path.Combine(left, Path.GetFileName(file)));
                    }

                    throw new InvalidOperationException("Stopped.");
                };
                await Assert.ThrowsAsync<InvalidOperationException>(() => store.Ledger.CommitAsync(commit, again));
                return await OpenAsync(left, ownsFolder: true, again);
            },
        };

        async ValueTask DisposeAsync()
        {
            await store.DisposeAsync();
            if (ownsFolder)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
