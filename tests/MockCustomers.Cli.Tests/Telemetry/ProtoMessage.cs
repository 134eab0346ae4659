using System.Buffers.Binary;
using System.Text;

namespace MockCustomers.Cli.Tests.Telemetry;

/// <summary>A message in the wire format of Protocol Buffers, by the numbers of its fields.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, ulong Number, byte[]? Bytes)> fields = [];

    public ProtoMessage(ReadOnlySpan<byte> wire)
    {
        while (!wire.IsEmpty)
        {
            var key = Varint(ref wire);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    fields.Add((field, Varint(ref wire), null));
                    break;
                case 1:
                    fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(wire), null));
                    wire = wire[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref wire);
                    fields.Add((field, 0, wire[..length].ToArray()));
                    wire = wire[length..];
                    break;
                case 5:
                    fields.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(wire), null));
                    wire = wire[4..];
                    break;
                default:
                    throw new InvalidDataException($"field {field} has a wire type that is none");
            }
        }
    }

    public bool Has(int field) => fields.Exists(known => known.Field == field);

    public ulong Number(int field) => fields.LastOrDefault(known => known.Field == field).Number;

    public double Double(int field) => BitConverter.UInt64BitsToDouble(Number(field));

    public byte[] Bytes(int field) => fields.LastOrDefault(known => known.Field == field).Bytes ?? [];

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    public IEnumerable<ProtoMessage> Messages(int field) => fields.Where(known => known.Field == field).Select(known => new ProtoMessage(known.Bytes!));

    public ProtoMessage Message(int field) => new(Bytes(field));

    /// <summary>Attributes (opentelemetry.proto.common.v1.KeyValue) as text; the items of a list with commas.</summary>
    public IReadOnlyDictionary<string, string> Attributes(int field) => Messages(field).ToDictionary(pair => pair.Text(1), pair => Value(pair.Message(2)));

    private static string Value(ProtoMessage any)
    {
        if (any.Has(1)) return any.Text(1);
        if (any.Has(3)) return $"{(long)any.Number(3)}";
        if (any.Has(4)) return FormattableString.Invariant($"{any.Double(4)}");
        return any.Has(5) ? string.Join(',', any.Message(5).Messages(1).Select(Value)) : $"{any.Number(2) == 1}";
    }

    private static ulong Varint(ref ReadOnlySpan<byte> wire)
    {
        var (value, shift, at) = (0UL, 0, 0);
        do value |= (ulong)(wire[at] & 0x7F) << (7 * shift++);
        while (wire[at++] >= 0x80);
        wire = wire[at..];
        return value;
    }
}
