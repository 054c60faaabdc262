using Microsoft.Extensions.DependencyInjection.Extensions;
using RandomInspection;
using RandomInspection.Ledger;

namespace OwnStore;

/// <summary>Names the store on a host's builder, as <c>UseSqlite</c> does.</summary>
public static class OwnStoreServices
{
    /// <summary>Keeps everything in one file of one's own.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file; it is made if it is not there.</param>
    public static RandomInspectionBuilder UseOwnStore(this RandomInspectionBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(_ => JournalStore.Open(path));
        builder.Services.TryAddSingleton(provider => provider.GetRequiredService<JournalStore>().Memory.Views);
        builder.Services.TryAddSingleton(provider => provider.GetRequiredService<JournalStore>().Memory.Subjects);
        builder.Services.TryAddSingleton(provider => provider.GetRequiredService<JournalStore>().Memory.Inspectors);
        builder.Services.TryAddSingleton(provider => provider.GetRequiredService<JournalStore>().Memory.PersonalTexts);
        builder.Services.TryAddSingleton<ISaltSource, Salts>();
        builder.Services.TryAddSingleton<IEvidenceStore, JournalEvidence>();
        builder.Services.TryAddSingleton<IAnsweredRequests, JournalRequests>();
        return builder.UseLedger<JournalLedger>();
    }
}
