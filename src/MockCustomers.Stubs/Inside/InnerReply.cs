using Microsoft.AspNetCore.Http;

namespace MockCustomers.Stubs.Inside;

/// <summary>What WireMock.Net's pipeline answered.</summary>
internal sealed record InnerReply(int Status, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body);
