using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>A signature in DER is read in the one way in which it is written, and in no other.</summary>
public sealed class DerSignatureTests
{
    private static readonly byte[] Ones = [.. Enumerable.Repeat((byte)1, 64)];

    [Fact]
    public void Write_ShortLongAndZeroNumbers_ReadBackAsTheyWere()
    {
        byte[] high = [.. Enumerable.Repeat((byte)0xFF, 64)];
        byte[] small = new byte[64];
        small[31] = 1;
        small[63] = 0x80;
        byte[][] all = [Ones, high, small, new byte[64]];
        Assert.All(all, rs => Assert.Equal(rs, DerSignature.Read(DerSignature.Write(rs))));
        Assert.Equal([0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00], DerSignature.Write(new byte[64]));
        Assert.Equal([0x30, 0x07, 0x02, 0x01, 0x01, 0x02, 0x02, 0x00, 0x80], DerSignature.Write(small));
        Assert.Equal(2 + 2 + 33 + 2 + 33, DerSignature.Write(high).Length);
    }

    [Theory]
    [InlineData("")] // nothing
    [InlineData("3006020100020100ff")] // more behind it
    [InlineData("3009020100020100020100")] // a third number
    [InlineData("3003020100")] // one number
    [InlineData("3006020180020101")] // negative
    [InlineData("3006020101020180")]
    [InlineData("300702020001020101")] // a zero too many
    [InlineData("30060401000201ff")] // no number
    public void Read_AnythingElse_NoSignature(string hex) => Assert.Null(DerSignature.Read(Convert.FromHexString(hex)));

    [Fact]
    public void Read_NumberOf33Bytes_NoSignature()
    {
        byte[] tooLong = [0x30, 0x26, 0x02, 0x21, 0x01, .. new byte[32], 0x02, 0x01, 0x01];
        Assert.Null(DerSignature.Read(tooLong));
        Assert.Null(DerSignature.Read([0x30, 0x26, 0x02, 0x01, 0x01, 0x02, 0x21, 0x01, .. new byte[32]]));
    }
}
