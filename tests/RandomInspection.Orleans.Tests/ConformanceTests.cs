using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;
using RandomInspection.Orleans;
using RandomInspection.TestKit.Xunit;

namespace RandomInspection.Tests;

/// <summary>The contract of every draw engine, on a cluster of two silos.</summary>
[Proves(typeof(ClusterDrawEngine))]
public sealed class ClusterDrawEngineSuite(ClusterDrawEngineSuite.Running running) : DrawEngineSuite, IClassFixture<ClusterDrawEngineSuite.Running>
{
    protected override ValueTask<IDrawEngine> OpenAsync(CancellationToken cancellation) =>
        ValueTask.FromResult<IDrawEngine>(new ClusterDrawEngine(running.Cluster.Draws, new DrawHashes(Sm3.Instance), running.Cluster.Folder, "frames", partitions: 3));

    /// <summary>The cluster.</summary>
    public sealed class Running : IAsyncLifetime
    {
        internal Cluster Cluster { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Cluster = await Cluster.StartAsync(2);

        public ValueTask DisposeAsync() => Cluster.DisposeAsync();
    }
}
