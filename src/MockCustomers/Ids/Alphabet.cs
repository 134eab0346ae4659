namespace MockCustomers.Ids;

/// <summary>The letters of which ids of a shape are made, each of which is a digit.</summary>
internal sealed class Alphabet
{
    private const byte None = byte.MaxValue;
    private readonly byte[] letters;
    private readonly byte[] digits = new byte[byte.MaxValue + 1];

    /// <param name="letters">ASCII, the letter of digit 0 first.</param>
    public Alphabet(ReadOnlySpan<byte> letters)
    {
        this.letters = letters.ToArray();
        digits.AsSpan().Fill(None);
        for (var digit = 0; digit < letters.Length; digit++) digits[letters[digit]] = (byte)digit;
    }

    /// <summary>The letter of a digit.</summary>
    /// <param name="digit">0 and up, less than there are letters.</param>
    public byte this[int digit] => letters[digit];

    /// <summary>What the letters say as one number, the last letter its lowest digit; of a number that is larger its lowest 64 bits.</summary>
    /// <returns>Whether all are letters of this alphabet.</returns>
    public bool TryRead(ReadOnlySpan<byte> text, out ulong number)
    {
        number = 0;
        foreach (var letter in text)
        {
            var digit = digits[letter];
            if (digit == None) return false;
            number = unchecked(number * (ulong)letters.Length + digit);
        }

        return true;
    }
}
