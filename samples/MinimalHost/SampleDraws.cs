using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace MinimalHost;

/// <summary>The sample is drawn in this process, also where tasks are drawn on a cluster: it is made before the host's own silo starts.</summary>
internal static class SampleDraws
{
    public static DrawWorkflow Of(IServiceProvider services) => ActivatorUtilities.CreateInstance<DrawWorkflow>(new WithoutCluster(services));

    private sealed class WithoutCluster(IServiceProvider services) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(ITaskDraws) ? null : services.GetService(serviceType);
    }
}
