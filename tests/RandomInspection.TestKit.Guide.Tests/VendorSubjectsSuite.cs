using RandomInspection.TestKit;
using RandomInspection.TestKit.Xunit;

namespace Vendor.Store;

[Proves("Vendor.Store.VendorSubjects")]
public sealed class VendorSubjectsSuite : SubjectDirectorySuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) =>
        StoreUnderTest.OpenAsync(builder => builder.UseVendorStore("…"), prepare: null, cancellation);
}
