namespace MockCustomers.Vendors;

/// <summary>The vendor was replaced while a stub was asked: the request begins anew, with the vendor as it is now.</summary>
internal sealed class OvertakenException() : Exception("the vendor was replaced while a stub was asked");
