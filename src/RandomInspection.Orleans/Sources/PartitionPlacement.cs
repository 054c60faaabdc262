using Orleans.Metadata;
using Orleans.Placement;
using Orleans.Runtime.MembershipService.SiloMetadata;
using Orleans.Runtime.Placement;
using RandomInspection.Orleans.Grains;

namespace RandomInspection.Orleans.Sources;

/// <summary>A partition's grain stands on a silo that can read its source, each attempt on the next one.</summary>
[Serializable, GenerateSerializer, Immutable, SuppressReferenceTracking]
internal sealed class PartitionPlacement : PlacementStrategy
{
    /// <summary>The member of a silo's metadata that says what it can read.</summary>
    public const string Sources = "random-inspection.sources";
}

/// <summary>Places partitions so.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PartitionPlacementAttribute() : PlacementAttribute(new PartitionPlacement());

/// <summary>Chooses the silo.</summary>
internal sealed class PartitionPlacementDirector(ISiloMetadataCache metadata) : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        PartitionKey key = PartitionKey.Parse(target.GrainIdentity.Key.ToString()!);
        SiloAddress[] able =
        [
            .. context.GetCompatibleSilos(target).Where(silo => PartitionSources.Serves(
                (metadata.GetSiloMetadata(silo).Metadata.GetValueOrDefault(PartitionPlacement.Sources) ?? "").Split('\n'), key.Source)).Order(),
        ];
        return able.Length > 0
            ? Task.FromResult(able[(key.Partition + key.Attempt) % able.Length])
            : throw new OrleansException(ClusterRefusals.NobodyServes.With(("source", key.Source)).ToString());
    }
}
