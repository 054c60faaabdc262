using RandomInspection.TestKit;
using RandomInspection.TestKit.Xunit;

namespace Vendor.Store;

/// <summary>At the size of a city: derived where a night is left for it.</summary>
public abstract class VendorCitySuite : SubjectDirectorySuite
{
    protected override ConformanceSettings Settings => ConformanceSettings.City;
}
