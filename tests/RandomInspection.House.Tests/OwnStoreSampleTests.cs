namespace RandomInspection.Tests;

/// <summary>The whole on a store of one's own, as its sample starts it; that the store is sound its own tests prove.</summary>
public sealed class OwnStoreSampleTests
{
    [Fact]
    public async Task OwnStore_StartedTwice_ServesAndKeepsItsFile()
    {
        string folder = Directory.CreateTempSubdirectory("ri-own-").FullName;
        try
        {
            for (int start = 0; start < 2; start++)
            {
                await using RunningHost host = await RunningHost.StartAsync(folder, RunningHost.Sample("OwnStore"), "双随机", "--OwnStore", Path.Combine(folder, "own.db"));
                foreach (string path in new[] { "/", "/results", "/account/signin", "/health/ready" })
                {
                    await host.GetAsync(path);
                }
            }

            Assert.True(new FileInfo(Path.Combine(folder, "own.db")).Length > 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
