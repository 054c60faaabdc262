using Microsoft.Extensions.DependencyInjection;
using RandomInspection;
using RandomInspection.Directories;

namespace Vendor.Store;

/// <summary>A vendor's store: a directory of its own, everything else as it comes.</summary>
public static class VendorStore
{
    /// <summary>Keeps the subjects in the vendor's directory.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="address">Where it is.</param>
    public static RandomInspectionBuilder UseVendorStore(this RandomInspectionBuilder builder, string address)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        builder.Services.AddSingleton<ISubjectDirectory, VendorSubjects>();
        return builder.UseInMemory();
    }
}
